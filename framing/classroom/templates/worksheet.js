"use strict";
const sheet = JSON.parse(document.getElementById("sheet").textContent);
const listed = new Set(sheet.listed.match(/.{10}/g) || []);
const marking = sheet.level === "find" || sheet.level === "compare" || sheet.level === "guess";
const codeField = document.getElementById("code");
const cards = document.getElementById("cards");
const state = { started: new Date().toISOString(), marks: [], choices: {}, changed: false };
let chosen = null, anchor = null;

function randomCode() {
  const colours = ["amber", "blue", "coral", "green", "grey", "ivory", "jade", "lilac", "ochre", "plum", "red", "silver", "teal", "white"];
  const birds = ["crane", "dove", "finch", "heron", "ibis", "jay", "kite", "lark", "martin", "owl", "plover", "robin", "swift", "wren"];
  const draw = crypto.getRandomValues(new Uint32Array(3));
  return `${colours[draw[0] % colours.length]}-${birds[draw[1] % birds.length]}-${10 + (draw[2] % 90)}`;
}
function changed() { state.changed = true; count(); if (sheet.level === "compare") tally(); }
function count() {
  const said = document.getElementById("count");
  const given = Object.entries(state.choices).filter(([id, choice]) => id !== "sentence" && choice.value).length;
  if (sheet.level === "find" || sheet.level === "compare") said.textContent = `${state.marks.length} marked`;
  else said.textContent = `${given} of ${(sheet.level === "voice" ? sheet.items : sheet.level === "rewrite" ? sheet.tasks : sheet.texts).length} answered`;
}

// Marking words
function place(word) {
  return { article: word.closest("[data-article]").dataset.article, field: word.closest("[data-field]").dataset.field,
    start: Number(word.dataset.s), end: Number(word.dataset.e) };
}
const idOf = (mark) => `${mark.article}|${mark.field}|${mark.start}|${mark.end}`;
function wordsBetween(first, last) {
  const paragraph = first.closest("p, h3");
  if (paragraph !== last.closest("p, h3")) return [first];
  const all = [...paragraph.querySelectorAll(".w")];
  const [a, b] = [all.indexOf(first), all.indexOf(last)].sort((x, y) => x - y);
  return all.slice(a, b + 1);
}
function wordsOfMark(mark) {
  const field = document.querySelector(`[data-article="${mark.article}"] [data-field="${mark.field}"]`);
  return [...field.querySelectorAll(".w")].filter((word) => Number(word.dataset.s) >= mark.start && Number(word.dataset.e) <= mark.end);
}
function addMark(words) {
  const first = place(words[0]), last = place(words[words.length - 1]);
  const taken = state.marks.find((mark) => mark.article === first.article && mark.field === first.field && mark.start < last.end && first.start < mark.end);
  if (taken) return choose(taken, true);
  const range = document.createRange();
  range.setStartBefore(words[0]);
  range.setEndAfter(words[words.length - 1]);
  const mark = { ...first, end: last.end, text: range.toString(), concept: null, voice: null, how: null, other: "", reason: "" };
  state.marks.push(mark);
  drawCards();
  choose(mark, false);
  changed();
}
function removeMark(mark) {
  const words = wordsOfMark(mark);
  state.marks = state.marks.filter((other) => other !== mark);
  chosen = null;
  drawCards();
  changed();
  if (words.length) focusWord(words[0]);
}
function choose(mark, move) {
  chosen = mark;
  paint();
  const card = cards.querySelector(`[data-mark="${CSS.escape(idOf(mark))}"]`);
  if (!card) return;
  const side = card.closest("aside");
  if (move) card.scrollIntoView({ block: "nearest" });
  else if (side.scrollHeight > side.clientHeight) side.scrollTop += card.getBoundingClientRect().bottom - side.getBoundingClientRect().bottom;
  if (move) card.querySelector("input, select, textarea").focus();
}
function paint() {
  for (const word of document.querySelectorAll(".w")) { word.classList.remove("on", "chosen"); word.setAttribute("aria-pressed", "false"); }
  for (const mark of state.marks) for (const word of wordsOfMark(mark)) {
    word.classList.add("on");
    word.setAttribute("aria-pressed", "true");
    if (mark === chosen) word.classList.add("chosen");
  }
  for (const card of cards.children) card.classList.toggle("chosen", chosen !== null && card.dataset.mark === idOf(chosen));
}
function focusWord(word) {
  for (const other of word.closest("article").querySelectorAll('.w[tabindex="0"]')) other.tabIndex = -1;
  word.tabIndex = 0;
  word.focus();
}
function reach(words) {
  for (const word of document.querySelectorAll(".w.reach")) word.classList.remove("reach");
  if (words.length > 1) for (const word of words) word.classList.add("reach");
}
function onKey(event) {
  const word = event.target.closest(".w");
  if (!word || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...word.closest("article").querySelectorAll(".w")], here = all.indexOf(word);
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    addMark(anchor ? wordsBetween(anchor, word) : [word]);
    anchor = null;
    return reach([]);
  }
  if (event.key === "Delete" || event.key === "Backspace") {
    const spot = place(word);
    const mark = state.marks.find((m) => m.article === spot.article && m.field === spot.field && m.start <= spot.start && spot.end <= m.end);
    if (mark) { event.preventDefault(); removeMark(mark); }
    return;
  }
  const paragraphs = [...word.closest("article").querySelectorAll("p, h3")].filter((p) => p.querySelector(".w"));
  const row = paragraphs.indexOf(word.closest("p, h3"));
  const next = { ArrowRight: all[here + 1], ArrowLeft: all[here - 1],
    ArrowDown: paragraphs[row + 1] && paragraphs[row + 1].querySelector(".w"),
    ArrowUp: paragraphs[row - 1] && paragraphs[row - 1].querySelector(".w"), Home: all[0], End: all[all.length - 1] }[event.key];
  if (!next) return;
  event.preventDefault();
  const sideways = event.key === "ArrowRight" || event.key === "ArrowLeft";
  if (event.shiftKey && sideways) { anchor = anchor || word; reach(wordsBetween(anchor, next)); } else { anchor = null; reach([]); }
  focusWord(next);
}
const drawn = { from: null, to: null };
function onDown(event) {
  if (event.button) return;
  drawn.from = drawn.to = event.target.closest(".w");
}
function onOver(event) {
  const word = event.buttons === 1 && event.target.closest(".w");
  if (!word) return;
  drawn.from = drawn.from || word;
  drawn.to = word;
  reach(wordsBetween(drawn.from, word));
}
function onUp(event) {
  const { from, to } = drawn;
  drawn.from = drawn.to = null;
  reach([]);
  getSelection().removeAllRanges();
  if (!from || event.button) return;
  const held = event.shiftKey && from === to && document.querySelector(".w.last");
  for (const word of document.querySelectorAll(".w.last")) word.classList.remove("last");
  focusWord(to);
  to.classList.add("last");
  addMark(wordsBetween(held || from, to));
}

// The cards
function radios(name, legend, options, value, pick) {
  return make("fieldset", {}, make("legend", {}, legend), ...options.map(([id, words, hint]) =>
    make("label", { title: hint || null }, make("input", { type: "radio", name, value: id, checked: id === value, onchange: () => { pick(id); changed(); } }), ` ${words}`)));
}
function writing(label, value, write, rows) {
  const area = make("textarea", { rows: rows || 1, oninput: (event) => { write(event.target.value); changed(); } });
  area.value = value;
  return make("label", {}, label, area);
}
function markCard(mark) {
  const name = idOf(mark);
  const other = make("input", { type: "text", size: 18, "aria-label": `another word for ${mark.text}`, oninput: (event) => { mark.other = event.target.value; changed(); } });
  other.value = mark.other;
  const how = make("select", { "aria-label": "milder or stronger", onchange: (event) => { mark.how = event.target.value || null; changed(); } },
    ...[["", "milder / stronger …"], ["milder", "milder word:"], ["stronger", "stronger word:"]].map(([id, words]) => make("option", { value: id, selected: id === (mark.how || "") }, words)));
  const parts = [make("p", { class: "word" }, mark.text, make("small", {}, `Text ${mark.article}`),
    make("button", { type: "button", class: "small", "aria-label": `Remove ${mark.text}`, onclick: () => removeMark(mark) }, "Remove"))];
  if (sheet.level === "compare") {
    parts.push(make("div", { class: "row" }, make("label", {}, "It names ", make("select", { onchange: (event) => { mark.concept = event.target.value || null; changed(); } },
      ...["", ...sheet.concepts].map((id) => make("option", { value: id, selected: id === (mark.concept || "") }, id ? id.replaceAll("-", " ") : "…"))))));
  }
  if (sheet.level !== "guess") {
    parts.push(radios(`voice-${name}`, "Whose word is it?", sheet.voices, mark.voice, (id) => { mark.voice = id; }));
    parts.push(make("div", { class: "row" }, how, other));
  }
  parts.push(writing("Why did you mark it?", mark.reason, (text) => { mark.reason = text; }));
  const card = make("li", { class: "card", "data-mark": name }, ...parts);
  card.addEventListener("focusin", () => { if (chosen !== mark) { chosen = mark; paint(); } });
  return card;
}
const choice = (id) => (state.choices[id] = state.choices[id] || { value: "", reason: "" });
function voiceCard(item) {
  const answer = choice(item.id);
  return make("li", { class: "card", id: `item-${item.n}` }, make("p", { class: "word" }, `${item.n}. ${item.text}`, make("small", {}, `Text ${item.article}`)),
    radios(item.id, "Whose word is it?", sheet.voices, answer.value, (id) => { answer.value = id; }),
    writing("How can you tell?", answer.reason, (text) => { answer.reason = text; }));
}
function guessCard(label) {
  const answer = choice(label);
  return make("li", { class: "card" }, make("p", { class: "word" }, `Text ${label}`),
    radios(`guess-${label}`, "Who published it?", sheet.outlets.map(([name, about]) => [name, about ? `${name} – ${about}` : name]), answer.value, (id) => { answer.value = id; }),
    writing("What gave it away?", answer.reason, (text) => { answer.reason = text; }));
}
function rewriteCard(task) {
  const answer = choice(task.id), said = make("p", { class: "said", role: "status" });
  const check = () => {
    const left = listedIn(answer.value, listed), lost = lostIn(answer.value, task), known = wordsOf(task.text).map(bareWord);
    const added = [...new Set(wordsOf(answer.value).map(bareWord))].filter((word) => word.length > 4 && !known.some((one) => alike(one, word)));
    said.classList.toggle("good", false);
    if (!answer.value.trim()) said.textContent = "Write your sentence first.";
    else if (wordsOf(answer.value).join(" ") === wordsOf(task.text).join(" ")) said.textContent = "That is still the same sentence.";
    else if (left.length) said.textContent = `Still on the list of loaded words: ${left.join(", ")}.`;
    else if (lost.length) said.textContent = `No listed word is left, but this is gone: ${lost.join(", ")}. Say everything that happened.`;
    else {
      said.textContent = `No listed word is left, and no name or number is missing.${added.length ? ` New words are yours: ${added.join(", ")}. Does one of them take a side?` : ""} Read it aloud.`;
      said.classList.add("good");
    }
  };
  const sentence = make("p", {});
  let rest = task.text;
  for (const word of task.words) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    sentence.append(rest.slice(0, at), make("mark", {}, word));
    rest = rest.slice(at + word.length);
  }
  sentence.append(rest);
  return make("li", { class: "card" }, make("p", { class: "word" }, make("small", {}, `Text ${task.article}`)), sentence,
    writing("Your sentence", answer.value, (text) => { answer.value = text; }, 3), make("div", { class: "row" }, make("button", { type: "button", onclick: check }, "Check"), said),
    writing("What did you change, and why?", answer.reason, (text) => { answer.reason = text; }));
}
function drawCards() {
  cards.replaceChildren();
  if (sheet.level === "voice") cards.append(...sheet.items.map(voiceCard));
  if (sheet.level === "rewrite") cards.append(...sheet.tasks.map(rewriteCard));
  if (sheet.level === "guess") cards.append(...sheet.texts.map(guessCard));
  if (marking) {
    const order = (mark) => [mark.article, mark.field === "title" ? 0 : 1, mark.start];
    state.marks.sort((a, b) => { const [x, y] = [order(a), order(b)]; return x[0].localeCompare(y[0]) || x[1] - y[1] || x[2] - y[2]; });
    cards.append(...state.marks.map(markCard));
    paint();
  }
}
function tally() {
  const cell = (article, concept) => state.marks.filter((m) => m.article === article && m.concept === concept).map((m) => `${m.text} (${m.voice ? sheet.voices.find((v) => v[0] === m.voice)[1] : "?"})`).join("; ") || "–";
  document.getElementById("tally").replaceChildren(make("tr", {}, make("th", { scope: "col" }, "It names"), ...sheet.texts.map((label) => make("th", { scope: "col" }, `Text ${label}`))),
    ...sheet.concepts.map((concept) => make("tr", {}, make("th", { scope: "row" }, concept.replaceAll("-", " ")), ...sheet.texts.map((label) => make("td", {}, cell(label, concept))))));
}

// Saving and opening
function answers() {
  const made = { kind: "framing-answers", schema: 1, sheet: sheet.sheet, level: sheet.level, student: codeField.value.trim() || "no code",
    started: state.started, saved: new Date().toISOString(), marks: state.marks, choices: state.choices };
  made.check = checkOf(made);
  return made;
}
function save() {
  const made = answers(), safe = made.student.replace(/[^\p{L}\p{N}-]+/gu, "-").slice(0, 40);
  const name = `answers-${sheet.level}-${safe}.json`;
  download(name, "application/json", JSON.stringify(made, null, 1));
  state.changed = false;
  document.getElementById("saved").textContent = `Saved as ${name} where your browser keeps downloads. Give that file to your teacher.`;
}
async function open(event) {
  const said = document.getElementById("saved");
  try {
    const read = JSON.parse(await event.target.files[0].text());
    if (read.kind !== "framing-answers" || read.sheet !== sheet.sheet) throw new Error("these are answers to another worksheet");
    codeField.value = String(read.student);
    state.started = String(read.started);
    state.marks = read.marks.filter((mark) => sheet.texts.includes(mark.article) && wordsOfMark(mark).length);
    state.choices = read.choices;
    drawCards();
    changed();
    state.changed = false;
    said.textContent = "Your saved answers are open again.";
  } catch (problem) { said.textContent = `That file could not be opened: ${problem.message}.`; }
}

codeField.value = randomCode();
if (marking) {
  for (const article of document.querySelectorAll("article")) {
    for (const word of article.querySelectorAll(".w")) { word.setAttribute("role", "button"); word.tabIndex = -1; }
    const first = article.querySelector(".w");
    if (first) first.tabIndex = 0;
  }
  const texts = document.getElementById("texts");
  texts.addEventListener("keydown", onKey);
  texts.addEventListener("pointerdown", onDown);
  texts.addEventListener("pointerover", onOver);
  addEventListener("pointerup", onUp);
  addEventListener("pointercancel", () => { drawn.from = drawn.to = null; reach([]); });
}
if (sheet.level === "compare") {
  const field = document.getElementById("sentence");
  field.addEventListener("input", () => { choice("sentence").value = field.value; changed(); });
  tally();
}
document.getElementById("save").addEventListener("click", save);
document.getElementById("open").addEventListener("change", open);
addEventListener("beforeunload", (event) => { if (state.changed) event.preventDefault(); });
drawCards();
count();
