/* Run by Node in the folder of the page: makes index.json of documents.json. */

import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "./minisearch/index.js";
import { options } from "./options.js";

const read = (name) => JSON.parse(readFileSync(name, "utf8"));
const engine = new MiniSearch(options(read("settings.json")));
engine.addAll(read("documents.json"));
writeFileSync("index.json", JSON.stringify(engine));
