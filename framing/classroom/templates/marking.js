"use strict";
const names = JSON.parse(document.getElementById("names").textContent);
const VOICES = ["own", "quoted", "attributed", "distanced"];
let result = null;

// Reading files: whatever can't be used is reported, nothing stops the rest.
async function readKey(file) {
  let key;
  try { key = JSON.parse(await file.text()); } catch { throw new Error(`${file.name} is no JSON file`); }
  if (!key || key.kind !== "framing-key") throw new Error(`${file.name} is no answer key; its name ends in .key.json`);
  key.points = {};
  for (const text of key.texts) key.points[text.label] = Object.fromEntries(Object.entries(text.fields).map(([field, words]) => [field, Array.from(words)]));
  return key;
}
const text = (value) => (typeof value === "string" ? value.slice(0, 2000) : "");
function readMark(mark, key) {
  if (!mark || typeof mark !== "object") return null;
  const points = (key.points[text(mark.article)] || {})[text(mark.field)];
  if (!points || !Number.isInteger(mark.start) || !Number.isInteger(mark.end)) return null;
  if (!(0 <= mark.start && mark.start < mark.end && mark.end <= points.length)) return null;
  if (points.slice(mark.start, mark.end).join("") !== mark.text) return null;
  return { article: mark.article, field: mark.field, start: mark.start, end: mark.end, text: mark.text,
    voice: VOICES.includes(mark.voice) ? mark.voice : null, how: ["milder", "stronger"].includes(mark.how) ? mark.how : null,
    other: text(mark.other), concept: text(mark.concept) || null, reason: text(mark.reason) };
}
async function readAnswers(file, key, due, problems) {
  const say = (what) => problems.push({ file: file.name, what });
  let content;
  try { content = JSON.parse(await file.text()); } catch { say("can't be read as JSON; ask for the file the worksheet saved; not counted"); return null; }
  if (!content || content.kind !== "framing-answers") { say("holds no answers of a worksheet; not counted"); return null; }
  if (content.sheet !== key.sheet) { say("answers another worksheet; not counted"); return null; }
  const notes = [], places = new Map();
  (Array.isArray(content.marks) ? content.marks : []).forEach((mark, i) => {
    const read = readMark(mark, key);
    if (!read) notes.push(`mark ${i + 1} points at words that are not there; left out`);
    else { const place = [read.article, read.field, read.start, read.end].join("|"); if (!places.has(place)) places.set(place, read); }
  });
  const choices = new Map();
  for (const [name, choice] of Object.entries(content.choices && typeof content.choices === "object" ? content.choices : {})) {
    if (choice && typeof choice === "object") choices.set(name, { value: text(choice.value), reason: text(choice.reason) });
    else notes.push(`answer '${name}' has no value; left out`);
  }
  const edited = content.check !== checkOf(content);
  if (edited) notes.push("was changed after the worksheet saved it; counted as it is now");
  const saved = Date.parse(text(content.saved)), late = Boolean(due && saved > due);
  if (late) notes.push(`is late (saved ${content.saved}); counted`);
  if (Number.isNaN(saved)) notes.push("does not say when it was saved");
  if (!places.size && ![...choices.values()].some((choice) => choice.value)) { say("is empty; not counted"); return null; }
  notes.forEach(say);
  const marks = [...places.values()].sort((a, b) => a.article.localeCompare(b.article) || a.field.localeCompare(b.field) || a.start - b.start);
  return { student: text(content.student).slice(0, 40).trim() || file.name.replace(/\.json$/, ""), file: file.name, saved: Number.isNaN(saved) ? 0 : saved, late, edited, marks, choices };
}
function latestOf(read, problems) {
  const latest = new Map();
  for (const one of [...read].sort((a, b) => a.saved - b.saved || a.file.localeCompare(b.file))) {
    if (latest.has(one.student)) problems.push({ file: latest.get(one.student).file, what: `a later file has the same code '${one.student}'; ${one.file} counts` });
    latest.set(one.student, one);
  }
  const counted = [...latest.values()].sort((a, b) => (a.student < b.student ? -1 : 1)), seen = new Map();
  for (const one of counted) {
    const same = JSON.stringify([one.marks, [...one.choices].sort()]);
    if (seen.has(same)) problems.push({ file: one.file, what: `holds word for word the answers of '${seen.get(same)}'; both are counted` });
    else seen.set(same, one.student);
  }
  return counted;
}

// Agreement: Krippendorff's alpha for nominal values, and how split an answer is.
function tallyOf(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
function alpha(units) {
  const paired = units.map((unit) => Object.values(unit)).filter((values) => values.length > 1);
  if (!paired.length) return { value: null, words: "this can't be told: nothing was answered by two pupils" };
  const totals = new Map();
  let differing = 0, n = 0;
  for (const values of paired) {
    let alike = 0;
    for (const [value, count] of tallyOf(values)) { alike += count * count; totals.set(value, (totals.get(value) || 0) + count); }
    differing += (values.length ** 2 - alike) / (values.length - 1);
    n += values.length;
  }
  let expected = n * n;
  for (const count of totals.values()) expected -= count * count;
  if (!expected) return { value: null, words: "this can't be told: everybody answered the same throughout" };
  const value = 1 - (differing * (n - 1)) / expected;
  return { value, words: names.agreement.find(([least]) => value >= least)[1] };
}
const split = (values) => (values.length ? 1 - tallyOf(values)[0][1] / values.length : 0);

// Scoring, level by level
const over = (mark, place) => mark.article === place.article && mark.field === place.field && mark.start < place.end && place.start < mark.end;
function hit(place, marks) {
  let best = null, most = 0;
  for (const mark of marks) if (over(mark, place)) {
    const shared = Math.min(mark.end, place.end) - Math.max(mark.start, place.start);
    if (shared > most) { most = shared; best = mark; }
  }
  return best;
}
function beside(items, pupils) {
  const order = (m) => [m.end - m.start, m.article, m.field, m.start];
  const outside = pupils.flatMap((pupil) => pupil.marks).filter((mark) => !items.some((item) => over(mark, item)));
  outside.sort((a, b) => { const [x, y] = [order(a), order(b)]; return x[0] - y[0] || x[1].localeCompare(y[1]) || x[2].localeCompare(y[2]) || x[3] - y[3]; });
  const kept = [];
  for (const mark of outside) if (!kept.some((other) => over(mark, other))) kept.push(mark);
  return kept;
}
const accepted = (item) => [item.voice, ...(item.also || [])];
const keyWords = (place) => (place.id ? `${place.either ? "loaded or neutral" : place.loaded ? "loaded" : "neutral"}, ${accepted(place).join(" or ")}` : "not in the key");
function scoreMarks(key, pupils) {
  const loaded = key.items.filter((item) => item.loaded && !item.either), allowed = key.items.filter((item) => item.loaded || item.either), places = [...key.items, ...beside(key.items, pupils)];
  const rows = new Map(pupils.map((pupil) => [pupil.student, places.map((place) => hit(place, pupil.marks))]));
  const made = { counts: {}, lines: {}, words: [], alphas: {} };
  const read = new Map(pupils.map((pupil) => [pupil.student, new Set(pupil.marks.map((mark) => mark.article))]));
  for (const pupil of pupils) {
    const mine = rows.get(pupil.student), mineRead = read.get(pupil.student);
    const keyed = key.items.map((item, i) => [item, mine[i]]).filter(([, mark]) => mark);
    const voiced = keyed.filter(([, mark]) => mark.voice);
    made.counts[pupil.student] = {
      "loaded words of the key found": [keyed.filter(([item]) => loaded.includes(item)).length, loaded.filter((item) => mineRead.has(item.article)).length],
      "marks the key does not call loaded": [pupil.marks.filter((mark) => !allowed.some((item) => over(mark, item))).length, pupil.marks.length],
      "voices as in the key": [voiced.filter(([item, mark]) => accepted(item).includes(mark.voice)).length, voiced.length],
    };
    if (key.level === "compare") made.counts[pupil.student]["things named as in the key"] = [keyed.filter(([item, mark]) => item.concept === mark.concept).length, keyed.length];
    made.lines[pupil.student] = places.map((place, i) => [place, mine[i]]).filter(([place, mark]) => mark || (place.loaded && !place.either && mineRead.has(place.article))).map(([place, mark]) => [
      place.article, mark ? mark.text : place.text, "loaded, and whose word", mark ? mark.voice || "marked, no voice" : "not marked", keyWords(place),
      mark ? (place.id ? String(accepted(place).includes(mark.voice)) : "") : "false", mark ? (mark.how && mark.other ? `${mark.how}: ${mark.other}` : mark.other) : "", mark ? mark.reason : ""]);
  }
  made.words = places.map((place, i) => {
    const readers = pupils.filter((pupil) => read.get(pupil.student).has(place.article));
    const given = readers.map((pupil) => rows.get(pupil.student)[i]).filter(Boolean), voices = given.map((mark) => mark.voice).filter(Boolean);
    const share = readers.length ? given.length / readers.length : 0;
    return { article: place.article, text: place.text, n: given.length, of: readers.length, answers: tallyOf(voices), key: keyWords(place), differs: Math.max(2 * Math.min(share, 1 - share), voices.length > 1 ? split(voices) : 0) };
  });
  const units = [];
  for (const one of key.texts) for (const [field, words] of Object.entries(one.words)) for (const [start, end] of words) {
    const unit = {};
    for (const pupil of pupils.filter((reader) => read.get(reader.student).has(one.label))) {
      const marks = pupil.marks.filter((mark) => mark.article === one.label && mark.field === field && start < mark.end && mark.start < end);
      const last = marks[marks.length - 1];
      unit[pupil.student] = last ? (key.level === "compare" ? last.concept || "marked" : "marked") : "";
    }
    units.push(unit);
  }
  made.alphas["which words are marked"] = alpha(units);
  made.alphas["whose words they are"] = alpha(places.map((_, i) => Object.fromEntries([...rows].filter(([, row]) => row[i] && row[i].voice).map(([student, row]) => [student, row[i].voice]))));
  return made;
}
function scoreChoices(asked, questions, pupils, allowed, name) {
  const made = { counts: {}, lines: {}, words: [], alphas: {} };
  const valueOf = (pupil, id) => { const choice = pupil.choices.get(id); return choice && allowed.includes(choice.value) ? choice.value : ""; };
  for (const pupil of pupils) {
    made.lines[pupil.student] = questions.map(({ id, article, text, right }) => { const value = valueOf(pupil, id); return [article, text, asked, value, right.join(" or "), value ? String(right.includes(value)) : "", "", (pupil.choices.get(id) || { reason: "" }).reason]; });
    made.counts[pupil.student] = { [name]: [questions.filter(({ id, right }) => right.includes(valueOf(pupil, id))).length, questions.length] };
  }
  const units = questions.map(({ id }) => Object.fromEntries(pupils.map((pupil) => [pupil.student, valueOf(pupil, id)]).filter(([, value]) => value)));
  made.words = questions.map(({ article, text, right }, i) => { const values = Object.values(units[i]); return { article, text, n: values.filter((value) => right.includes(value)).length, of: values.length, answers: tallyOf(values), key: right.join(" or "), differs: split(values) }; });
  made.alphas[asked] = alpha(units);
  return made;
}
function scoreRewrites(key, pupils) {
  const made = { counts: {}, lines: {}, words: [], alphas: {} }, list = new Set(key.listed), left = Object.fromEntries(key.tasks.map((task) => [task.id, []]));
  for (const pupil of pupils) {
    let clear = 0;
    made.lines[pupil.student] = key.tasks.map((task) => {
      const { value, reason } = pupil.choices.get(task.id) || { value: "", reason: "" };
      if (!value.trim()) return [task.article, task.text, "rewrite", value, "", "", "", reason];
      const found = [...listedIn(value, list), ...lostIn(value, task).map((one) => `lost: ${one}`)], same = wordsOf(value).join(" ") === wordsOf(task.text).join(" "), good = !found.length && !same;
      left[task.id].push(found.join(", ") || "nothing");
      if (good) clear += 1;
      return [task.article, task.text, "rewrite", value, same ? "the same sentence" : found.join(", "), String(good), "", reason];
    });
    made.counts[pupil.student] = { "rewrites without a listed word that keep the facts": [clear, key.tasks.length] };
  }
  made.words = key.tasks.map((task) => ({ article: task.article, text: task.words.join(", "), n: left[task.id].filter((one) => one === "nothing").length, of: left[task.id].length, answers: tallyOf(left[task.id]), key: "", differs: split(left[task.id]) }));
  return made;
}
function score(key, pupils) {
  let made;
  if (key.level === "voice") made = scoreChoices("whose word", key.items.map((item) => ({ id: item.id, article: item.article, text: item.text, right: accepted(item) })), pupils, VOICES, "voices as in the key");
  else if (key.level === "guess") made = scoreChoices("who published it", key.texts.map((one) => ({ id: one.label, article: one.label, text: `Text ${one.label}`, right: [one.outlet] })), pupils, key.texts.map((one) => one.outlet), "outlets guessed");
  else if (key.level === "rewrite") made = scoreRewrites(key, pupils);
  else made = scoreMarks(key, pupils);
  made.words.sort((a, b) => b.differs - a.differs || (a.article < b.article ? -1 : a.article > b.article ? 1 : a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return made;
}

// Showing it
const cell = (words, kind) => make("td", kind ? { class: kind } : {}, String(words));
function show() {
  const { key, pupils, problems, scored } = result, measures = Object.keys(scored.counts[pupils[0].student]);
  document.getElementById("heading").textContent = "What the class answered";
  document.getElementById("subheading").textContent = `${key.title} · ${names.levels[key.level]} · ${pupils.length} set${pupils.length === 1 ? "" : "s"} of answers. The key was ${key.made_from}${key.level === "guess" ? "." : "; it is one reading, not the truth."}`;
  document.getElementById("sums").replaceChildren(...measures.map((name) => {
    const [n, of] = [0, 1].map((i) => pupils.reduce((sum, pupil) => sum + scored.counts[pupil.student][name][i], 0));
    return make("tr", {}, make("th", { scope: "row" }, name), cell(`${n} of ${of}`, "n big"));
  }));
  document.getElementById("alphabox").hidden = !Object.keys(scored.alphas).length;
  document.getElementById("alphas").replaceChildren(...Object.entries(scored.alphas).map(([name, one]) =>
    make("tr", {}, make("th", { scope: "row" }, name), cell(one.words, "big"))));
  document.getElementById("figures").textContent = "Krippendorff's alpha: " + Object.entries(scored.alphas).map(([name, one]) => `${name} ${one.value === null ? "–" : one.value.toFixed(2).replace("-", "−")}`).join("; ") + ". 1 means that all answered alike, 0 what guessing would give.";
  const differing = scored.words.filter((word) => word.differs > 0).slice(0, 12);
  const column = { voice: "as in the key", guess: "guessed", rewrite: "no listed word, facts kept" }[key.level] || "marked by";
  document.getElementById("words").replaceChildren(make("tr", {}, ...["Words", column, "What was answered", "Key"].map((name) => make("th", { scope: "col" }, name))),
    ...(differing.length ? [] : [make("tr", {}, make("td", { colspan: "4" }, "Nowhere: all answers are alike."))]),
    ...differing.map((word) => make("tr", {}, make("td", { class: "big" }, word.text, ...(word.text === `Text ${word.article}` ? [] : [" ", make("small", {}, `Text ${word.article}`)])), cell(`${word.n} of ${word.of}`, "n"),
      cell(word.answers.map(([answer, n]) => `${names.voices[answer] || answer} ${n}`).join(", ") || "–"), cell(word.key.split(", ").map((part) => part.split(" or ").map((one) => names.voices[one] || one).join(" or ")).join(", ")))));
  document.getElementById("pupils").replaceChildren(make("tr", {}, ...["Code", ...measures, ""].map((name) => make("th", { scope: "col" }, name))),
    ...pupils.map((pupil) => make("tr", {}, make("th", { scope: "row" }, pupil.student + (pupil.late ? " (late)" : "")), ...measures.map((name) => cell(scored.counts[pupil.student][name].join(" of "))),
      make("td", {}, make("button", { type: "button", class: "small", "aria-label": `Save the table of ${pupil.student}`, onclick: () => savePupil(pupil) }, "Save table")))));
  document.getElementById("problems").replaceChildren(...(problems.length ? problems.map((one) => make("li", {}, `${one.file} ${one.what}.`)) : [make("li", {}, "none")]));
  document.getElementById("results").hidden = false;
  for (const id of ["projector", "classcsv"]) document.getElementById(id).disabled = false;
}
function table(rows) {
  const safe = (value) => { const words = String(value), kept = typeof value === "string" && /^[=+\-@\t]/.test(words) ? `'${words}` : words; return /[",\r\n]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept; };
  return "\ufeff" + rows.map((row) => row.map(safe).join(",") + "\r\n").join("");
}
function savePupil(pupil) {
  const head = ["article", "text", "asked", "answer", "key", "agrees", "other", "reason"];
  download(`${pupil.student.replace(/[^\p{L}\p{N}_-]+/gu, "-").toLowerCase()}.csv`, "text/csv", table([head, ...result.scored.lines[pupil.student]]));
}
function saveClass() {
  const { pupils, scored } = result, measures = Object.keys(scored.counts[pupils[0].student]);
  const head = ["student", "file", "saved", "late", "edited", ...measures.flatMap((name) => [name, `of (${name})`])];
  download("class.csv", "text/csv", table([head, ...pupils.map((p) => [p.student, p.file, p.saved ? new Date(p.saved).toISOString() : "", p.late, p.edited, ...measures.flatMap((name) => scored.counts[p.student][name])])]));
}
async function mark() {
  const said = document.getElementById("said");
  said.textContent = "";
  try {
    const [keyFile] = document.getElementById("key").files, files = [...document.getElementById("files").files].filter((file) => !file.name.endsWith(".key.json"));
    if (!keyFile) throw new Error("choose the answer key first");
    if (!files.length) throw new Error("choose the pupils' files");
    const key = await readKey(keyFile), problems = [], due = Date.parse(document.getElementById("due").value) || null, read = [];
    for (const file of files) { const one = await readAnswers(file, key, due, problems); if (one) read.push(one); }
    const pupils = latestOf(read, problems);
    problems.sort((a, b) => (a.file + a.what < b.file + b.what ? -1 : 1));
    if (!pupils.length) throw new Error(`no answers to mark: ${problems.map((one) => `${one.file} ${one.what}`).join("; ")}`);
    result = { key, pupils, problems, scored: score(key, pupils) };
    show();
  } catch (problem) { said.textContent = `Could not mark: ${problem.message}.`; }
}
document.getElementById("mark").addEventListener("click", mark);
document.getElementById("classcsv").addEventListener("click", saveClass);
document.getElementById("projector").addEventListener("click", (event) => {
  const on = document.body.classList.toggle("projector");
  event.target.setAttribute("aria-pressed", String(on));
});
