/* A selection as a Word file. The library is large, so this part is loaded only when a reader asks for it. */

import * as docx from "../vendor/docx.js";
import { today, warning } from "./picks.js";

const { AlignmentType, Document, ExternalHyperlink, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } = docx;
const FONT = "Calibri";
const INK = "1B2827";
const SOFT = "4C5957";

export function word(picks, { title, site, home }) {
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    line([text(`${today()}. Uit: `), link(site, home)]),
    ...picks.flatMap(chapter),
  ];
  const file = new Document({
    title,
    creator: site,
    lastModifiedBy: site,
    description: `Selectie uit ${site}`,
    styles: styles(),
    sections: [{ children, footers: { default: footer(site) } }],
  });
  return Packer.toBlob(file);
}

function chapter(pick, index) {
  const about = [pick.badge, pick.phases.length && `Fase: ${pick.phases.join(", ")}`].filter(Boolean).join(". ");
  return [
    new Paragraph({ text: `${index + 1}. ${pick.title}`, heading: HeadingLevel.HEADING_1, keepNext: true }),
    about && line([text(about, { color: SOFT })], { keepNext: true }),
    warning(pick) && line([text(warning(pick), { bold: true })]),
    pick.summary && line([text(pick.summary)]),
    pick.note && line([text("Notitie: ", { bold: true }), ...lines(pick.note)]),
    pick.sources.length && line([text("Komt uit: ", { bold: true }), text(pick.sources.join("; "))]),
    line([text("Blijvend adres: ", { bold: true }), link(pick.permalink, pick.permalink)]),
  ].filter(Boolean);
}

function line(children, options = {}) {
  return new Paragraph({ children, ...options });
}

function text(words, options = {}) {
  return new TextRun({ text: words, ...options });
}

function lines(words) {
  return words.split("\n").map((part, index) => text(part, { break: index ? 1 : 0 }));
}

function link(words, address) {
  return new ExternalHyperlink({ link: address, children: [text(words, { style: "Hyperlink" })] });
}

function footer(site) {
  const children = [text(`${site}  ·  `, { size: 18 }), new TextRun({ children: [PageNumber.CURRENT], size: 18 })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

function styles() {
  const heading = (size, before) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 80 } },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, color: INK, language: { value: "nl-NL" } },
        paragraph: { spacing: { after: 120 } },
      },
      title: heading(40, 0),
      heading1: heading(28, 320),
    },
  };
}
