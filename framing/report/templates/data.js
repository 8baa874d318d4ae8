const data = JSON.parse(document.getElementById("data").textContent);
/* Words are kept once: lines hold their places, -1 where there are none. */
const isWords = new Set(data.words);
const word = (place) => (place < 0 ? null : data.strings[place]);
for (const [fields, found] of [[data.fields, data.mentions], [data.passageFields, data.passages]])
  for (const line of found) if (line) fields.forEach((name, i) => { if (isWords.has(name)) line[i] = word(line[i]); });
const at = Object.fromEntries(data.fields.map((name, i) => [name, i]));
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, text, attributes = {}) => {
  const node = document.createElement(tag);
  if (text != null) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};
const row = (number) => {
  const line = data.mentions[number];
  if (!line) return null;
  const variant = data.variants[line[at.variant]];
  const article = data.articles[line[at.article]];
  const look = !variant.intensity ? "neutral" : variant.against ? "against" : ["against", "loaded", "favour"][(line[at.direction] || 0) + 1];
  return { number, line, variant, article, look, get: (name) => line[at[name]] };
};
const all = data.mentions.map((_, i) => row(i)).filter(Boolean);
const total = data.mentions.length;
const inPassage = Object.fromEntries(data.passageFields.map((name, i) => [name, i]));
