// Shared by the worksheet and the marking page; the same functions live in framing.classroom.
function fnv1a(text) {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    value = ((value ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return value.toString(16).padStart(16, "0");
}
function wordsOf(text) {
  return text.toLowerCase().replaceAll("\u2019", "'").match(/[\p{L}\p{N}\u0300-\u036f](?:[\p{L}\p{N}\u0300-\u036f]|['\u2011-](?=[\p{L}\p{N}\u0300-\u036f]))*/gu) || [];
}
function listedIn(text, listed) {
  const words = wordsOf(text), found = [];
  for (let start = 0; start < words.length; start++) {
    for (let stop = start + 1; stop <= Math.min(start + 4, words.length); stop++) {
      const gram = words.slice(start, stop).join(" ");
      const bare = gram.endsWith("'s") ? gram.slice(0, -2) : gram;
      if (listed.has(fnv1a(gram).slice(0, 10)) || listed.has(fnv1a(bare).slice(0, 10))) found.push(gram);
    }
  }
  return found;
}
// What a rewrite has lost of its sentence: names, numbers, or most of it.
const bareWord = (word) => word.replace(/'s$/, "").replace(/'$/, "");
function alike(one, other) {
  if (one === other) return true;
  const most = Math.max(4, Math.max(one.length, other.length) - 3);
  return Math.min(one.length, other.length) >= most && one.slice(0, most) === other.slice(0, most);
}
function lostIn(text, task) {
  const words = wordsOf(text).map(bareWord), rest = task.rest || [];
  const lost = (task.facts || []).map((fact) => fact.split("|"))
    .filter((forms) => !forms.some((form) => words.some((word) => alike(form.toLowerCase(), word)))).map((forms) => forms[0]);
  if (words.length * 2 < wordsOf(task.text).length) lost.push("most of the sentence");
  else if (rest.length > 1 && !rest.some((one) => words.some((word) => alike(one, word)))) lost.push("what happened");
  return lost;
}
function checkOf(answers) {
  const rest = Object.assign({}, answers);
  delete rest.check;
  return fnv1a(JSON.stringify(rest));
}
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}
function download(name, type, content) {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
