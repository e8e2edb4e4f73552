/* Narrowing by facets, and how many entries each option would leave. */

export class Filters {
  /* `facets`: [{name, options: [value]}]; `columns`: by facet the options of each entry. */
  constructor(facets, columns, schemes) {
    this.facets = facets.map((facet) => ({
      ...facet,
      places: new Map(facet.options.map((value, place) => [value, place])),
      column: columns[facet.name],
    }));
    this.foreign = new Map(
      schemes.flatMap(({ id, phases }) => phases.map(([phase, ours]) => [`${id}:${phase}`, ours])),
    );
  }

  /* [{facet, places}] for the filters that are on; a value that is in no list leaves nothing. */
  chosen(asked) {
    return this.facets.flatMap((facet) => {
      const values = [asked[facet.name] ?? []].flat().map(String).filter(Boolean);
      if (!values.length) return [];
      const places = values.flatMap((value) => this.ours(facet, value)).map((value) => facet.places.get(value) ?? -1);
      return [{ facet, places: new Set(places) }];
    });
  }

  /* A phase by number, or as another model calls it, as this site's phases. */
  ours(facet, value) {
    if (facet.name !== "phase") return [value];
    if (/^\d$/.test(value)) return [facet.options[value - 1]];
    return this.foreign.get(value) ?? [value];
  }

  /* Whether a hit fits all filters. */
  test(asked) {
    const chosen = this.chosen(asked);
    return ({ entry }) => chosen.every((one) => has(one, entry));
  }

  /* {kept, counts}: hits that fit all filters, and for each option how many fit the filters of the other facets. */
  apply(hits, asked) {
    const chosen = this.chosen(asked);
    const tallies = this.facets.map((facet) => new Uint32Array(facet.options.length));
    const kept = hits.filter(({ entry }) => {
      const misses = chosen.filter((one) => !has(one, entry));
      if (misses.length > 1) return false;
      this.facets.forEach((facet, number) => {
        if (misses.length && misses[0].facet !== facet) return;
        for (const place of facet.column[entry]) tallies[number][place] += 1;
      });
      return !misses.length;
    });
    const counts = this.facets.map((facet, number) => [facet.name, counted(facet, tallies[number])]);
    return { kept, counts: Object.fromEntries(counts) };
  }
}

function has({ facet, places }, entry) {
  return facet.column[entry].some((place) => places.has(place));
}

function counted({ options }, tally) {
  return Object.fromEntries(options.map((value, place) => [value, tally[place]]).filter(([, count]) => count));
}
