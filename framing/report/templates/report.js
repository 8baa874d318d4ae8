"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  for (const line of [...data.mentions, ...data.passages]) if (line) line.forEach((value, i) => { if (Array.isArray(value)) line[i] = data.strings[value[0]]; });
  const at = Object.fromEntries(data.fields.map((name, i) => [name, i]));
  const VOICES = { own: ["own"], outlet_worded: ["own", "attributed"], attributed: ["attributed"], quoted: ["quoted"], distanced: ["distanced"] };
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
    const look = !variant.intensity ? "neutral" : ["against", "loaded", "favour"][(line[at.direction] || 0) + 1];
    return { number, line, variant, article, look, get: (name) => line[at[name]] };
  };
  const all = data.mentions.map((_, i) => row(i)).filter(Boolean);
  const total = data.mentions.length;
  const inPassage = Object.fromEntries(data.passageFields.map((name, i) => [name, i]));

  /* Lines behind a number */
  const lines = document.getElementById("lines");
  const open = (lineRows, words, count) => {
    $("#lines-title").textContent = words;
    const most = 500;
    const left = count > lineRows.length ? ` ${count - lineRows.length} more are not kept in this page.` : "";
    $("#lines-count").textContent = (lineRows.length > most ? `The first ${most} of ${lineRows.length} lines.` : `${lineRows.length} line${lineRows.length === 1 ? "" : "s"}.`) + left;
    $("#lines-body").replaceChildren(...lineRows.slice(0, most).map((made) => made()));
    lines.showModal();
    $("#lines-title").focus();
  };
  const show = (found, words, count) => open(found.map((m) => () => {
      const tr = make("tr");
      const here = make("td");
      if (m.article.anchor) {
        const link = make("a", m.get("text"), { href: `#${m.article.anchor}`, class: `i ${m.look} v-${m.get("voice")}` });
        link.addEventListener("click", (event) => { event.preventDefault(); lines.close(); go(m.number); });
        here.append(link);
      } else here.append(make("span", m.get("text"), { class: `i ${m.look} v-${m.get("voice")}` }));
      tr.append(make("th", m.article.outlet, { scope: "row" }), make("td", m.get("left"), { class: "left", dir: "auto" }), here, make("td", m.get("right"), { dir: "auto" }), make("td", m.get("voice")), make("td", m.get("speaker") || ""));
      return tr;
    }), words, count);
  const showSaid = (q) => {
    const found = data.passages.filter((p) => data.articles[p[0]].outlet === q.outlet && (p[inPassage.speaker_name] || "") === q.speaker && (p[inPassage.speaker_kind] || "") === q.speakerKind);
    open(found.map((p) => () => {
      const tr = make("tr");
      const here = make("td");
      here.append(make("span", p[inPassage.text], { class: "said" }));
      tr.append(make("th", data.articles[p[0]].outlet, { scope: "row" }), make("td", [p[inPassage.speaker], p[inPassage.cue]].filter(Boolean).join(" "), { class: "left", dir: "auto" }), here, make("td", ""), make("td", p[inPassage.kind]), make("td", p[inPassage.speaker_name] || p[inPassage.speaker] || ""));
      return tr;
    }), q.words, Number(q.count));
  };
  const matches = (m, q) =>
    (!q.lexicon || m.variant.lexicon === q.lexicon) && (!q.concept || m.variant.concept === q.concept) &&
    (!q.variant || m.variant.variant === q.variant) && (!q.outlet || m.article.outlet === q.outlet) &&
    (q.event == null || (m.article.event || "") === q.event) && (q.loaded == null || m.variant.intensity > 0) &&
    (!VOICES[q.scope] || VOICES[q.scope].includes(m.get("voice")));
  /* What a number counts: its own data, its cell's and its row's; and the same in words. */
  const SCOPES = { own: "in own words", outlet_worded: "own and attributed", quoted: "quoted", distanced: "distanced" };
  const plain = (id) => (id || "").replaceAll("-", " ").replaceAll("_", " ");
  const asked = (button) => {
    const q = { ...(button.closest("tr") || button).dataset, ...(button.closest("td") || button).dataset, ...button.dataset, count: button.textContent };
    const what = button.classList.contains("said-by") ? ["reported passages", q.speaker || q.speakerKind || "no source given"] : [q.loaded == null ? "namings" : "loaded namings", plain(q.variant), plain(q.concept)];
    const words = [...what, q.event == null ? "" : q.event || "no event", q.outlet, SCOPES[q.scope]].filter(Boolean).join(", ");
    q.words = words.charAt(0).toUpperCase() + words.slice(1);
    return q;
  };
  $$("button.num").forEach((button) => {
    const q = asked(button);
    button.setAttribute("aria-label", `${q.count}: ${q.words}, show the lines`);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.num");
    if (button) {
      const q = asked(button);
      if (button.classList.contains("said-by")) showSaid(q);
      else show(all.filter((m) => matches(m, q)), q.words, Number(q.count));
    }
    if (event.target.closest("[data-close]")) lines.close();
  });

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
      add("variant", `${m.variant.variant.replaceAll("-", " ")}, of the concept ${m.variant.concept.replaceAll("-", " ")}${m.variant.gloss ? ` (${m.variant.gloss})` : ""}`);
      const target = m.get("target");
      add("reading", { neutral: "neutral per its sources", against: "loaded against", favour: "loaded in favour of", loaded: "loaded, no direction" }[m.look] + (["against", "favour"].includes(m.look) ? ` ${target || `the ${m.get("toward") || "one named"} (not bound to a name)`}` : target ? `; names ${target}` : "") + (m.variant.intensity ? `, intensity ${m.variant.intensity} of 3` : ""));
      add("voice", `${m.get("voice")}${m.get("distanced") && m.get("voice") !== "distanced" ? ", held at a distance" : ""}${m.get("negated") ? ", negated" : ""}; rule ${m.get("rule")}`);
      add("speaker", [m.get("speaker"), m.get("speaker_kind") && `(${m.get("speaker_kind")})`, m.get("cue") && `“${m.get("cue")}”`].filter(Boolean).join(" "));
      add("source", (m.variant.sources || []).join("; "));
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
  const go = (number) => {
    const node = $$("article .m[data-m]").find((m) => m.dataset.m.split(" ").includes(String(number)));
    if (!node) return;
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
  $("#list").addEventListener("click", () => { const f = wanted(); show(all.filter((m) => passes(m, f)), "Namings shown", 0); });

  /* One article alone, with its sources in the margin */
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

  /* Tables: sort and download */
  const key = (cell) => {
    const value = cell.dataset.sort ?? cell.textContent.trim();
    return value !== "" && !Number.isNaN(Number(value)) ? Number(value) : value;
  };
  $$("table.data").forEach((table) => $$("button.sort", table).forEach((button) => button.addEventListener("click", () => {
    const th = button.closest("th");
    const column = [...th.parentNode.children].indexOf(th);
    const up = th.getAttribute("aria-sort") !== "ascending";
    $$("th[aria-sort]", table).forEach((other) => other.setAttribute("aria-sort", "none"));
    th.setAttribute("aria-sort", up ? "ascending" : "descending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((tr, i) => [key(tr.cells[column]), i, tr]);
    rows.sort(([a, i], [b, j]) => ((typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b))) * (up ? 1 : -1)) || i - j);
    body.append(...rows.map(([, , tr]) => tr));
  })));
  const quoted = (value) => {
    /* A spreadsheet would run a cell that begins like a formula. */
    const safe = /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const csv = (table) => {
    const names = $$("thead th", table).flatMap((th) => JSON.parse(th.dataset.names));
    const rows = [...table.tBodies[0].rows].map((tr) => [...tr.cells].flatMap((cell) => cell.dataset.values ? JSON.parse(cell.dataset.values) : [cell.textContent.trim()]).map((value) => quoted(String(value))).join(","));
    return [names.map(quoted).join(","), ...rows].join("\r\n") + "\r\n";
  };
  $$("button.csv").forEach((button) => button.addEventListener("click", () => {
    const link = make("a", null, { download: button.dataset.file, href: URL.createObjectURL(new Blob(["\ufeff", csv(button.closest("table"))], { type: "text/csv" })) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }));

  /* Light and dark */
  const theme = $("#theme");
  const dark = () => document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  theme.setAttribute("aria-pressed", String(dark()));
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    theme.setAttribute("aria-pressed", String(dark()));
  });
  ready();
})();
