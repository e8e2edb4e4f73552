/* Asks what the address asks while the page still comes in, so that the engine is ready when the page is. */

import { find } from "./client.js";

const query = new URLSearchParams(location.search).get("q");
if (query) find(query).catch(() => {}); // the search page asks again, and tells what is wrong
