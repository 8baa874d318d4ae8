/* Details of one mention */
const about = document.getElementById("about");
let kept = null;
const describe = (node) => {
  $$(".m.open").forEach((open) => open.classList.remove("open"));
  node.classList.add("open");
  about.replaceChildren(...node.dataset.m.split(" ").map((number) => {
    const m = row(Number(number));
    if (!m) return make("p", "");
    const list = make("dl");
    const add = (name, value) => { if (value) list.append(make("dt", name), make("dd", value)); };
    add("words", `“${m.get("text")}”`);
    add("counted as", `“${m.variant.label}”, of the concept ${m.variant.concept.replaceAll("-", " ")}${m.variant.gloss ? ` (${m.variant.gloss})` : ""}`);
    const target = m.get("target");
    add("reading", { neutral: "neutral per its sources", against: "loaded against", favour: "loaded in favour of", loaded: "loaded, no direction" }[m.look] + (m.variant.against ? ` the ${m.variant.against.replaceAll("_", " ")}${target ? `; names ${target}` : ""}` : ["against", "favour"].includes(m.look) ? ` ${target || `the ${m.get("toward") || "one named"} (not bound to a name)`}` : target ? `; names ${target}` : "") + (m.variant.intensity ? `, intensity ${m.variant.intensity} of 3` : ""));
    add("voice", `${m.get("voice")}${m.get("distanced") && m.get("voice") !== "distanced" ? ", held at a distance" : ""}${m.get("negated") ? ", negated" : ""}`);
      add("why", `${data.rules[m.get("rule")] || ""} (rule ${m.get("rule")})`);
    add("speaker", [m.get("speaker"), m.get("speaker_kind") && `(${m.get("speaker_kind")})`, m.get("cue") && `“${m.get("cue")}”`].filter(Boolean).join(" "));
    add(`on “${m.variant.label}” and words like it`, (m.variant.sources || []).join("; "));
    add("note", m.variant.note);
    return list;
  }));
  about.hidden = false;
};
const hide = () => { about.hidden = true; kept = null; $$(".m.open").forEach((open) => open.classList.remove("open")); };
const mention = (event) => { const m = event.target.closest && event.target.closest(".m[data-m]"); return m && !m.classList.contains("off") ? m : null; };
document.addEventListener("mouseover", (event) => { const m = mention(event); if (m && !kept) describe(m); });
document.addEventListener("mouseout", (event) => { if (mention(event) && !kept && document.activeElement !== mention(event)) hide(); });
document.addEventListener("focusin", (event) => { const m = mention(event); if (m) { kept = null; describe(m); rove(m); } });
document.addEventListener("focusout", (event) => { if (mention(event) && !kept) hide(); });
document.addEventListener("click", (event) => { const m = mention(event); if (m) { describe(m); kept = m; } });

/* Keyboard: one stop an article, arrows from mention to mention */
const stops = (article) => $$(".m[data-m]:not(.off):not([data-continued])", article);
const REGION = "article, .passages";
const rove = (node) => { for (const m of stops(node.closest(REGION))) m.tabIndex = m === node ? 0 : -1; };
const ready = () => $$(REGION).forEach((article) => stops(article).forEach((m, i) => { m.setAttribute("role", "button"); m.tabIndex = i ? -1 : 0; }));
/* What is folded opens before anything in it is shown. */
const unfold = (node) => { for (let one = node.closest("details"); one; one = one.parentElement.closest("details")) one.open = true; };
const go = (number) => {
  const node = $$("article .m[data-m]").find((m) => m.dataset.m.split(" ").includes(String(number)));
  if (!node) return;
  unfold(node);
  const event = node.closest(".event");
  if (event.classList.contains("reading") && !node.closest(".alone-now")) alone(event, null);
  if (node.classList.contains("off") || node.closest("article").hidden) { form.reset(); apply(); }
  node.scrollIntoView({ block: "center", inline: "center" });
  node.focus();
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !lines.open) hide();
  const m = mention(event);
  if (!m) return;
  const list = stops(m.closest(REGION));
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) { event.preventDefault(); const next = list[list.indexOf(m) + step]; if (next) next.focus(); }
  if (event.key === "Enter" || event.key === " ") { event.preventDefault(); describe(m); kept = m; }
});

/* Filters */
const form = $("form.filters");
const passes = (m, f) => (f.concept === "" || m.variant.group === Number(f.concept)) && (f.outlet === "" || m.article.outlet === f.outlet) && f.voices.includes(m.get("voice")) && f.looks.includes(m.look);
const wanted = () => {
  const values = new FormData(form);
  return { concept: values.get("concept"), outlet: values.get("outlet"), voices: values.getAll("voice"), looks: values.getAll("direction") };
};
const apply = () => {
  const f = wanted();
  const shown = new Set(all.filter((m) => passes(m, f)).map((m) => m.number));
  for (const node of $$(".m[data-m]")) {
    const off = !node.dataset.m.split(" ").some((number) => shown.has(Number(number)));
    node.classList.toggle("off", off);
    $$(".i", node).forEach((inner) => inner.classList.toggle("off", off));
    if (off) { node.removeAttribute("role"); node.removeAttribute("tabindex"); }
  }
  $$("article").forEach((article) => { article.hidden = f.outlet !== "" && article.dataset.outlet !== f.outlet; });
  $("#shown").textContent = `${shown.size} of ${total} namings shown`;
  ready();
  hide();
};
form.addEventListener("change", apply);
form.addEventListener("reset", () => setTimeout(apply));
form.addEventListener("submit", (event) => event.preventDefault());
$("#list").addEventListener("click", () => { const f = wanted(), rows = all.filter((m) => passes(m, f)).map((m) => m.number); VIEWS.lines({ words: "Namings shown", rows, n: rows.length, more: "" }); });

/* One article alone, with its sources in the margin, and why each is one */
for (const list of $$(".notes")) list.setAttribute("aria-label", "Sources in this paragraph");
for (const note of $$(".notes li[data-rule]")) $("small", note).append(make("span", `; ${data.rules[note.dataset.rule] || ""}`, { class: "why" }));
const alone = (event, article) => {
  event.classList.toggle("reading", Boolean(article));
  for (const one of $$("article", event)) {
    one.classList.toggle("alone-now", one === article);
    const button = $(".alone", one);
    button.setAttribute("aria-pressed", String(one === article));
    button.textContent = one === article ? "Back to all" : "Read alone, with sources";
  }
};
$$("button.alone").forEach((button) => button.addEventListener("click", () => {
  const article = button.closest("article");
  alone(button.closest(".event"), article.classList.contains("alone-now") ? null : article);
  button.focus();
}));
