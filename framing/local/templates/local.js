"use strict";
(() => {
  const lost = document.getElementById("lost"), alive = document.body.dataset.alive;
  let changed = false, leaving = false;

  // Is the server there? A form is sent only then, so that nothing typed goes to nobody.
  async function isThere() {
    try { return (await fetch(alive, { cache: "no-store" })).ok; } catch { return false; }
  }
  async function look() { lost.hidden = await isThere(); return lost.hidden; }
  setInterval(() => { if (!document.hidden) look(); }, 4000);
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });

  function rest() {
    for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
    for (const button of document.querySelectorAll("button[data-said]")) { button.textContent = button.dataset.said; delete button.dataset.said; }
  }
  for (const form of document.querySelectorAll('form[method="post"]')) {
    let sure = false;
    form.addEventListener("submit", async (event) => {
      if (sure) return;
      event.preventDefault();
      const button = event.submitter;
      if (form.getAttribute("aria-busy")) return;
      form.setAttribute("aria-busy", "true");
      if (button) { button.dataset.said = button.textContent; button.textContent = "Working …"; }
      const there = await look();
      if (there) { sure = leaving = true; form.requestSubmit(button); sure = false; }
      else {
        rest();
        lost.scrollIntoView({ block: "nearest" });
      }
    });
  }

  // A page that takes a while says so where one looks.
  const working = document.getElementById("working");
  let soon = 0;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.download || link.hash || event.ctrlKey || event.metaKey || event.shiftKey) return;
    soon = setTimeout(() => { working.hidden = false; }, 700);
  });
  addEventListener("pageshow", () => { clearTimeout(soon); working.hidden = true; });

  // What was typed and not sent is not left in silence.
  document.addEventListener("input", (event) => { if (event.target.closest("form")) changed = true; });
  document.addEventListener("change", (event) => { if (event.target.closest("form")) changed = true; });
  addEventListener("beforeunload", (event) => { if (changed && !leaving) event.preventDefault(); });
  addEventListener("pageshow", () => { leaving = false; rest(); });

  // Files can be dropped anywhere on the page that takes them.
  const add = document.getElementById("add");
  if (add) {
    const files = document.getElementById("files"), said = document.getElementById("toolarge");
    const weigh = () => {
      const size = [...files.files].reduce((sum, file) => sum + file.size, 0);
      const tooLarge = size > Number(add.dataset.most);
      said.textContent = tooLarge ? `These files have ${Math.round(size / 1e6)} MB; at most ${Math.round(add.dataset.most / 1e6)} MB fit at once. Choose fewer.` : "";
      files.setCustomValidity(said.textContent);
    };
    files.addEventListener("change", weigh);
    for (const kind of ["dragover", "dragleave", "drop"]) {
      document.addEventListener(kind, (event) => {
        if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
        event.preventDefault();
        add.classList.toggle("dropping", kind === "dragover");
        if (kind === "drop") { files.files = event.dataTransfer.files; weigh(); changed = true; files.focus(); }
      });
    }
  }
  const note = document.querySelector(".notes");
  if (note) { note.tabIndex = -1; if (!location.hash) note.focus(); }
})();
