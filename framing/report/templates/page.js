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
/* A link to something folded opens it. */
const follow = () => { const node = location.hash.length > 1 && document.getElementById(location.hash.slice(1)); if (node) { if (node.tagName === "DETAILS") node.open = true; unfold(node); node.scrollIntoView(); } };
addEventListener("hashchange", follow);
follow();
ready();
