import { search } from "../assets/javascripts/search/client.js";

export const ask = (text, filters) => search(text, { ...filters, limit: 10 });
