/** The colours of the picture, on a dark ground and on a light one. */

export interface Palette {
  ground: string;
  line: string;
  faint: string;
  text: string;
  soft: string;
  promise: string;
  other: string;
  today: string;
  published: string;
  read: string;
  partly: string;
  unread: string;
}

export const DARK: Palette = {
  ground: "#1f2530",
  line: "#55617a",
  faint: "#323b4b",
  text: "#f1f3f8",
  soft: "#b7c0d0",
  promise: "#7fb2ff",
  other: "#9aa6ba",
  today: "#ffd166",
  published: "#6ee7a0",
  read: "#3f9e74",
  partly: "#d9a441",
  unread: "#e0575d",
};

export const LIGHT: Palette = {
  ground: "#ffffff",
  line: "#8a94a6",
  faint: "#e6e9ef",
  text: "#1b2330",
  soft: "#4d586b",
  promise: "#2f6fd0",
  other: "#6b7689",
  today: "#a05a00",
  published: "#1d7a46",
  read: "#3f9e74",
  partly: "#c98a1b",
  unread: "#c8373e",
};
