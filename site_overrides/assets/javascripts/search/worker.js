/* The engine off the main thread, so that typing never waits for it. */

import { Engine } from "./engine.js";

let engine;

async function answer({ id, root, method, given }) {
  engine ??= new Engine(async (name, version) => {
    const response = await fetch(`${root}zoekindex/${name}.json${version ? `?v=${version}` : ""}`, version ? {} : { cache: "no-cache" });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  });
  try {
    postMessage({ id, result: await engine[method](...given) });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
}

addEventListener("message", ({ data }) => answer(data));
