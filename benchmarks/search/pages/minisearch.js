import MiniSearch from "./minisearch/index.js";
import { options } from "./options.js";

const [settings, index] = await Promise.all(
  ["./settings.json", "./index.json"].map(async (name) => (await fetch(name)).text()),
);
const { boost } = JSON.parse(settings);
const engine = MiniSearch.loadJSON(index, options(JSON.parse(settings)));

export async function ask(text, filters) {
  const asked = Object.entries(filters);
  const filter = (hit) => asked.every(([name, value]) => hit[name].includes(value));
  return engine.search(text, { prefix: true, fuzzy: 0.2, boost, filter }).slice(0, 10);
}
