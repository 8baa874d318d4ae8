/* Numbers: what each opens was found when the page was written. Nothing is selected or counted here. */
const NUMBER = "button.num, .pick";
const some = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
/* Rows stand as steps from one to the next. */
const walked = (steps) => { let at = 0; return steps.map((step) => (at += step)); };
const entry = (id) => {
  const [kind, words, n, steps, more] = data.numbers[id];
  return { kind, n, more, words: words.map((place) => data.strings[place]).join(", "), rows: walked(steps) };
};
const entryOf = (node) => node.entry || entry(Number(node.dataset.q));

/* The list that opens */
const lines = document.getElementById("lines");
const open = ({ words, count, heads, rows }) => {
  const most = 500;
  $("#lines-title").textContent = words;
  $("#lines-count").textContent = count + (rows.length > most ? ` The first ${most} are listed.` : "");
  $("#lines-head").replaceChildren(...heads.map((head) => make("th", head, { scope: "col" })));
  $("#lines-body").replaceChildren(...rows.slice(0, most).map((cells) => {
    const tr = make("tr");
    tr.append(...cells.map((cell, i) => {
      const td = make(i ? "td" : "th", null, i ? {} : { scope: "row" });
      td.append(cell == null ? "" : cell);
      if (heads[i] === "before") td.className = "left";
      if (["before", "after", "words"].includes(heads[i])) td.dir = "auto";
      return td;
    }));
    return tr;
  }));
  $("#lines .scroll").scrollTop = 0;
  if (!lines.open) lines.showModal();
  $("#lines-title").focus();
};
const lacking = ({ n, rows }) => n > rows.length ? ` ${n - rows.length} more ${n - rows.length === 1 ? "is" : "are"} not kept in this page.` : "";
const place = (article, words = article.outlet) => {
  const both = make("span", words);
  if (article.event) both.append(make("small", article.event, { class: "cite" }));
  return both;
};
const link = (text, article, className, then) => {
  if (!article.anchor) return make("span", text, { class: className });
  const made = make("a", text, { href: `#${article.anchor}`, class: className });
  made.addEventListener("click", (event) => { event.preventDefault(); lines.close(); then(); });
  return made;
};
const goTo = (article) => {
  const node = document.getElementById(article.anchor);
  unfold(node);
  if (node.hidden) { form.reset(); apply(); }
  if (node.closest(".event").classList.contains("reading")) alone(node.closest(".event"), null);
  const head = $("h4", node);
  head.tabIndex = -1;
  head.scrollIntoView({ block: "center" });
  head.focus();
};
/* A number inside a list. */
const counter = (text, found) => {
  const button = make("button", text, { type: "button", class: "num" });
  button.entry = found;
  name(button);
  return button;
};
const numbered = (id) => id == null ? "" : id < 0 ? 0 : counter(entry(id).n, entry(id));

/* A voice, and where it is another's the rule that found it. */
const spoken = (voice, rule) => {
  const said = make("span", voice);
  if (voice !== "own") said.append(make("small", data.rules[rule] || "", { class: "cite" }));
  return said;
};

const VIEWS = {
  lines: (q) => open({
    words: q.words,
    count: `${some(q.rows.length, "line")}${q.more ? `, ${q.more}` : ""}.${lacking(q)}`,
    heads: [data.by, "before", "words", "after", "voice", "source"],
    rows: q.rows.map(row).map((m) => [place(m.article), m.get("left"), link(m.get("text"), m.article, `i ${m.look} v-${m.get("voice")}`, () => go(m.number)), m.get("right"), spoken(m.get("voice"), m.get("rule")), m.get("speaker")]),
  }),
  entries: (q) => open({
    words: q.words,
    count: `${some(q.rows.length, "line")}${q.more ? `, ${q.more}` : ""}.${lacking(q)}`,
    heads: [data.by, "before", "words", "after", "voice"],
    rows: q.rows.map((at) => data.entries[at]).map(([at, voice, rule, left, text, right]) => {
      const article = data.articles[at];
      return [place(article), left, link(text, article, "", () => goTo(article)), right, spoken(word(voice), word(rule))];
    }),
  }),
  events: (q) => {
    const [heads, events, kind] = q.more;
    const [a, b, what] = heads.map((place) => data.strings[place]);
    const cell = (event, side, [text, more, steps, n]) => !steps.length ? text : counter(text, { kind, n, words: `${event}, ${side}`, rows: walked(steps), more });
    const bare = events.some(([, ...sides]) => sides.some(([, , steps, n]) => n && !steps.length));
    open({
      words: q.words,
      count: `${some(events.length, data.within)}, ${what}, of each side. Differences, intervals and p-values are computed from these ${kind === "lines" ? "namings" : "counts"} in these ${data.within}s${kind === "lines" ? ", concept by concept" : ""}.${bare ? " Counts that open nothing have no line in this page." : ""}`,
      heads: [data.within, a, b],
      rows: events.map(([place, one, other]) => [data.strings[place], cell(data.strings[place], a, one), cell(data.strings[place], b, other)]),
    });
  },
  passages: (q) => {
    const is = (p, name) => p[inPassage[name]];
    open({
      words: q.words,
      count: `${some(q.rows.length, "passage")}.${lacking(q)}`,
      heads: [data.by, "source", "reported words", "cue", "how it was found"],
      rows: q.rows.map((at) => data.passages[at]).map((p) => [place(data.articles[p[0]]), is(p, "speaker") || is(p, "source"), link(is(p, "text"), data.articles[p[0]], "said", () => goTo(data.articles[p[0]])), is(p, "cue"), `${is(p, "kind")}: ${data.rules[is(p, "rule")] || ""}`]),
    });
  },
  articles: (q) => open({
    words: q.words,
    count: `${some(q.rows.length, "article")}.`,
    heads: [data.by, "date", "title", "namings"],
    rows: q.rows.map((at) => data.articles[at]).map((article) => [place(article), article.date, link(article.title || "(its text is not on this page)", article, "", () => goTo(article)), article.namings == null ? "repeats another, not counted" : numbered(article.namings)]),
  }),
  table: (q) => open({
    words: q.words,
    count: `${q.n} in all.`,
    heads: [q.words, "articles", "namings"],
    rows: q.more.map(([place, articles, namings]) => [data.strings[place], numbered(articles), numbered(namings)]),
  }),
};

/* Buttons say what they open; a picture is one stop, and the arrow keys go from one to the next. */
const OPENED = { lines: "lines", entries: "lines", events: `${data.within}s`, articles: "articles", passages: "passages", table: "list" };
const name = (node) => {
  const q = entryOf(node);
  const shown = node.textContent.trim().replace(/\s+/g, " ");
  node.setAttribute("aria-label", `${shown || q.n}: ${q.words}, show the ${OPENED[q.kind]}`);
};
const pictures = $$("[data-picture]").map((root) => {
  const order = $$(".pick", root);
  order.forEach((node, i) => { name(node); node.setAttribute("role", "button"); node.setAttribute("tabindex", i ? -1 : 0); });
  return { root, order };
});
$$("button.num").forEach(name);
const openNumber = (node) => {
  if (node.matches(".pick")) node.focus({ preventScroll: true });
  const q = entryOf(node);
  VIEWS[q.kind](q);
};
document.addEventListener("click", (event) => {
  const node = event.target.closest(NUMBER);
  if (node) openNumber(node);
  if (event.target.closest("[data-close]")) lines.close();
});
for (const { root, order } of pictures) {
  const rove = (node) => order.forEach((one) => one.setAttribute("tabindex", one === node ? 0 : -1));
  const to = (node) => { if (node) { rove(node); node.focus(); } };
  root.addEventListener("focusin", (event) => { if (order.includes(event.target)) rove(event.target); });
  root.addEventListener("keydown", (event) => {
    const i = order.indexOf(event.target);
    if (i < 0) return;
    const step = { ArrowRight: i + 1, ArrowDown: i + 1, ArrowLeft: i - 1, ArrowUp: i - 1, Home: 0, End: order.length - 1 }[event.key];
    if (step != null) { event.preventDefault(); to(order[step]); }
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); openNumber(event.target); }
  });
}
