/* A page with nothing but an engine: answers ?q= in a list, and anything else through window.ask. */

import { ask } from "./ask.js";

window.ask = async (text, filters) => (await ask(text, filters)).map(({ url }) => new URL(url, location).pathname.split("/").at(-2));

const text = new URLSearchParams(location.search).get("q");
if (text) {
  const hits = await ask(text, {});
  const list = document.querySelector("ol");
  if (!hits.length) list.insertAdjacentHTML("beforeend", "<li>Niets gevonden</li>");
  list.append(
    ...hits.map(({ url, title, summary }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = url;
      link.textContent = title;
      item.append(link, ` ${summary}`);
      return item;
    }),
  );
}
