/* What a number counts: its own data, its cell's and its row's. `n` is the number, `of` what it is out of. */
const SCOPES = { own: "in own words", outlet_worded: "own and attributed", attributed: "attributed", quoted: "quoted", distanced: "distanced" };
const plain = (id) => (id || "").replaceAll("-", " ").replaceAll("_", " ");
const some = (n, one, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const NUMBER = "button.num, .pick";
const asked = (node) => {
  const q = { ...(node.closest("tr") || node).dataset, ...(node.closest("td") || node).dataset, ...node.dataset };
  q.count = Number(node.dataset.of ?? node.dataset.n);
  q.words = said(q);
  return q;
};
const wordOf = (q) => {
  const found = q.variant && data.variants.find((v) => v.variant === q.variant && v.concept === q.concept && v.lexicon === q.lexicon);
  return found ? `“${found.label}”` : plain(q.variant);
};
/* The same in words: the title of the list and the name of the button. */
const said = (q) => {
  const sides = q.a == null ? "" : q.side === "a" ? q.a : q.side === "b" ? q.b || "the others" : `${q.a} and ${q.b || "the others"}`;
  const kind = { articles: "articles", outlets: `${data.by}s`, coverage: `${data.within}s`, events: `${data.within}s in which both named it` }[q.show];
  const what = q.show === "passages" ? [q.doubt == null ? "reported passages" : "passages reported with doubt", q.told != null ? "with a source" : q.speaker || (q.speakerKind ? `${q.speakerKind}, no name` : "")]
    : [kind || (q.loaded == null ? "namings" : "loaded namings"), wordOf(q), plain(q.concept), q.side == null || kind ? "" : "where both named it"];
  const words = [...what, q.event == null ? "" : q.event || `no ${data.within}`, q.outlet || sides, q.week ? `week of ${q.week}` : "", q.target ? `bound to ${q.target}` : "", SCOPES[q.scope]].filter(Boolean).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/* The rows that are counted */
const toward = (m, target) => {
  const line = (m.get("bound") || "").split("\n").find((one) => one.slice(one.indexOf(" ") + 1) === target);
  return line == null ? null : parseInt(line, 10);
};
const matches = (m, q) =>
  (!q.lexicon || m.variant.lexicon === q.lexicon) && (!q.concept || m.variant.concept === q.concept) &&
  (!q.variant || m.variant.variant === q.variant) && (!q.outlet || m.article.outlet === q.outlet) &&
  (q.event == null || (m.article.event || "") === q.event) && (q.loaded == null || m.variant.intensity > 0) &&
  (!q.week || m.article.week === q.week) && (!q.target || toward(m, q.target) != null) &&
  (q.article == null || m.line[at.article] === Number(q.article)) &&
  (!VOICES[q.scope] || VOICES[q.scope].includes(m.get("voice")));
/* Namings of both sides of a contrast, in events where both named the concept. */
const matched = (q) => {
  const found = all.filter((m) => m.article.event != null && m.article.outlet !== data.noOutlet && matches(m, { ...q, event: null, variant: null, loaded: null }));
  const side = (m) => m.article.outlet === q.a ? "a" : q.b == null || m.article.outlet === q.b ? "b" : null;
  const stratum = (m) => JSON.stringify([m.article.event, m.variant.lexicon, m.variant.concept]);
  const seen = { a: new Set(), b: new Set() };
  for (const m of found) if (side(m)) seen[side(m)].add(stratum(m));
  return found.filter((m) => side(m) && seen.a.has(stratum(m)) && seen.b.has(stratum(m)) && (q.side == null || side(m) === q.side) && (q.event == null || m.article.event === q.event) && (!q.variant || m.variant.variant === q.variant) && (q.loaded == null || m.variant.intensity > 0));
};
const rowsOf = (q) => {
  return q.a == null ? all.filter((m) => matches(m, q)) : matched(q);
};
const sum = (found, target) => found.reduce((n, m) => n + (target ? toward(m, target) : Number(m.variant.intensity > 0)), 0);

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
const lacking = (found, count) => count > found ? ` ${count - found} more ${count - found === 1 ? "is" : "are"} not kept in this page.` : "";
/* Counts made here, of a page that does not keep all lines, say so. */
const partial = all.length < total ? ` Counts in this list are of the ${all.length} of ${total} namings whose lines this page keeps; framing mentions writes all.` : "";
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
const show = (found, words, count, tail = "") => open({
  words,
  count: `${some(found.length, "line")}${tail}.${lacking(found.length, count)}`,
  heads: [data.by, "before", "words", "after", "voice", "source"],
  rows: found.map((m) => {
    const voice = make("span", m.get("voice"));
    if (m.get("voice") !== "own") voice.append(make("small", data.rules[m.get("rule")] || "", { class: "cite" }));
    return [place(m.article), m.get("left"), link(m.get("text"), m.article, `i ${m.look} v-${m.get("voice")}`, () => go(m.number)), m.get("right"), voice, m.get("speaker")];
  }),
});
const counter = (text, q) => {
  const button = make("button", text, { type: "button", class: "num" });
  for (const [name, value] of Object.entries(q)) if (value != null && !["count", "words"].includes(name)) button.dataset[name] = value;
  name(button);
  return button;
};

const VIEWS = {
  lines: (q) => {
    const found = rowsOf(q);
    if (q.of == null && (q.a == null || q.variant != null)) return show(found, q.words, q.count);
    const loaded = (m) => Number(q.target ? toward(m, q.target) !== 0 : m.variant.intensity > 0);
    const n = sum(found, q.target);
    const tail = q.a != null && q.side == null ? "" : q.target ? `, directions toward ${q.target} sum to ${n}` : `, ${n} of them loaded`;
    found.sort((a, b) => q.a != null && q.side == null ? String(a.article.event).localeCompare(b.article.event) || a.article.outlet.localeCompare(b.article.outlet) : loaded(b) - loaded(a));
    return show(found, q.words, q.count, tail);
  },
  events: (q) => {
    const found = matched({ ...q, side: null, event: null });
    const events = [...new Set(found.map((m) => m.article.event))].sort();
    const cell = (event, side) => {
      const here = found.filter((m) => m.article.event === event && (m.article.outlet === q.a) === (side === "a"));
      const n = sum(here, q.target);
      return counter(q.target ? `${n > 0 ? "+" : ""}${n} over ${here.length}` : `${n} of ${here.length}`, { ...q, show: "lines", event, side, n, of: here.length });
    };
    const what = q.target ? `the sum of directions toward ${q.target} over the namings` : "loaded namings of all";
    open({
      words: q.words,
      count: `${some(events.length, data.within)}, ${what}, of each side. Differences, intervals and p-values are computed from ${partial ? "all namings" : "these namings"} in these ${data.within}s, concept by concept.${partial}${lacking(events.length, Number(q.n))}`,
      heads: [data.within, q.a, q.b || "the others"],
      rows: events.map((event) => [event, cell(event, "a"), cell(event, "b")]),
    });
  },
  passages: (q) => {
    const is = (p, name) => p[inPassage[name]];
    const found = data.passages.filter((p) => data.articles[p[0]].outlet === q.outlet && (q.doubt == null || is(p, "doubt")) &&
      (q.told == null || is(p, "source") || is(p, "speaker_kind") === "anonymous") &&
      (q.speaker == null || (is(p, "source") || "") === q.speaker) && (q.speakerKind == null || (is(p, "speaker_kind") || "none") === q.speakerKind));
    open({
      words: q.words,
      count: `${some(found.length, "passage")}.${lacking(found.length, q.count)}`,
      heads: [data.by, "source", "reported words", "cue", "how it was found"],
      rows: found.map((p) => [place(data.articles[p[0]]), is(p, "speaker") || is(p, "source"), link(is(p, "text"), data.articles[p[0]], "said", () => goTo(data.articles[p[0]])), is(p, "cue"), `${is(p, "kind")}: ${data.rules[is(p, "rule")] || ""}`]),
    });
  },
  articles: (q) => {
    const found = data.articles.map((article, number) => ({ article, number })).filter(({ article }) => (q.outlet == null && q.event == null) || (article.counted && (q.outlet == null || article.outlet === q.outlet) && (q.event == null || (article.event || "") === q.event)));
    open({
      words: q.words,
      count: `${some(found.length, "article")}.${partial}`,
      heads: [data.by, "date", "title", "namings"],
      rows: found.map(({ article, number }) => {
        const n = all.filter((m) => m.line[at.article] === number).length;
        return [place(article), article.date, link(article.title || "(its text is not on this page)", article, "", () => goTo(article)), !article.counted ? "repeats another, not counted" : n ? counter(n, { article: number, scope: "all", n }) : 0];
      }),
    });
  },
  outlets: (q) => table(q, data.outlets, data.by, (outlet) => ({ outlet })),
  coverage: (q) => table(q, [...new Set(data.articles.filter((a) => a.counted && a.event != null).map((a) => a.event))].sort(), data.within, (event) => ({ event })),
};
const table = (q, names, head, which) => open({
  words: q.words,
  count: `${some(names.length, head)}.${partial}`,
  heads: [head, "articles", "namings"],
  rows: names.map((one) => {
    const articles = data.articles.filter((a) => a.counted && (which(one).outlet ?? a.outlet) === a.outlet && (which(one).event ?? a.event) === a.event).length;
    const n = all.filter((m) => matches(m, which(one))).length;
    return [one, articles ? counter(articles, { ...which(one), show: "articles", n: articles }) : 0, n ? counter(n, { ...which(one), scope: "all", n }) : 0];
  }),
});

/* Buttons say what they open; a picture is one stop, and the arrow keys go from one to the next. */
const OPENED = { events: `${data.within}s`, articles: "articles", passages: "passages", outlets: "list", coverage: "list" };
const name = (node) => {
  const q = asked(node);
  const shown = node.textContent.trim().replace(/\s+/g, " ") || (q.of == null ? q.n : `${q.n} of ${q.of}`);
  node.setAttribute("aria-label", `${shown}: ${q.words}, show the ${OPENED[q.show] || "lines"}`);
  return q.words;
};
const pictures = $$("[data-picture]").map((root) => {
  const order = $$(".pick", root);
  order.forEach((node, i) => { name(node); node.setAttribute("role", "button"); node.setAttribute("tabindex", i ? -1 : 0); });
  return { root, order };
});
$$("button.num").forEach(name);
const openNumber = (node) => {
  if (node.matches(".pick")) node.focus({ preventScroll: true });
  const q = asked(node);
  (VIEWS[q.show] || VIEWS.lines)(q);
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
