// What reading and searching do without, and what makes them quicker: keys, proposals, search as one types, ranges drawn
// on a histogram, dropped files, jumps from change to change, pictures as PNG. Nothing is fetched from elsewhere.
"use strict";
(() => {
  const field = document.getElementById("q");
  const list = document.getElementById("suggestions");
  const live = document.getElementById("live");
  const say = (text) => { live.textContent = text; };
  const trusted = window.trustedTypes
    ? trustedTypes.createPolicy("reprise", { createHTML: (text) => text }) : { createHTML: (text) => text };
  // Pages of this site alone, whose server escapes what comes from articles; a parsed document runs no script.
  const parsed = (text) => new DOMParser().parseFromString(trusted.createHTML(text), "text/html");
  const isTyping = (target) => target.matches("input, textarea, select, [contenteditable]");

  // Search as one types
  let pending;
  let timer;
  async function refresh() {
    if (!document.querySelector(".found, .names, .problem") || !field.value.trim()) return;
    pending?.abort();
    pending = new AbortController();
    const address = "/?q=" + encodeURIComponent(field.value);
    try {
      const response = await fetch(address, { signal: pending.signal, headers: { accept: "text/html" } });
      if (!response.ok) return;
      const page = parsed(await response.text());
      const main = document.getElementById("main");
      main.replaceChildren(...page.getElementById("main").childNodes);
      document.body.className = page.body.className;
      document.title = page.title;
      history.replaceState(null, "", address);
      say(main.querySelector(".count")?.textContent ?? "");
      prepare();
    } catch (error) { if (error.name !== "AbortError") throw error; }
  }

  // Proposals for the word that is typed (a combobox, as the ARIA practices have it)
  let chosen = -1;
  function closeList() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
  function choose(index) {
    const items = [...list.children];
    if (!items.length) return;
    chosen = (index + items.length) % items.length;
    items.forEach((item, number) => item.setAttribute("aria-selected", String(number === chosen)));
    field.setAttribute("aria-activedescendant", items[chosen].id);
  }
  function lastWord(text) { return text.match(/(?:[a-z]+:)?"[^"]*$|\S*$/i)[0]; }
  function take(text) {
    const word = lastWord(field.value);
    field.value = field.value.slice(0, field.value.length - word.length) + text + (text.endsWith(":") ? "" : " ");
    closeList();
    field.focus();
    schedule();
  }
  let asking;
  async function propose() {
    asking?.abort();
    if (lastWord(field.value).length < 2) return closeList();
    asking = new AbortController();
    try {
      const response = await fetch("/api/complete?q=" + encodeURIComponent(field.value), { signal: asking.signal });
      if (!response.ok) return;
      const proposals = (await response.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
      if (!proposals.length || document.activeElement !== field) return closeList();
      list.replaceChildren(...proposals.map((proposal, index) => {
        const item = document.createElement("li");
        item.id = "suggestion-" + index;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const name = document.createElement("bdi");
        name.textContent = proposal.text;
        const kind = document.createElement("span");
        kind.className = "numbers";
        kind.textContent = proposal.passages ?? proposal.kind;
        item.append(name, kind);
        item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(proposal.text); });
        item.dataset.text = proposal.text;
        return item;
      }));
      list.hidden = false;
      chosen = -1;
      field.setAttribute("aria-expanded", "true");
    } catch (error) { if (error.name !== "AbortError") throw error; }
  }
  function schedule() {
    clearTimeout(timer);
    timer = setTimeout(() => { propose(); if (!field.value.includes('"') || (field.value.match(/"/g).length % 2) === 0) refresh(); }, 220);
  }
  if (field) {
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", "suggestions");
    field.setAttribute("aria-expanded", "false");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Proposals");
    field.addEventListener("input", schedule);
    field.addEventListener("blur", closeList);
    field.form.addEventListener("submit", () => { clearTimeout(timer); pending?.abort(); });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && !list.hidden) { event.preventDefault(); choose(chosen + 1); }
      else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); choose(chosen - 1); }
      else if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
      else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen].dataset.text); }
      else if (event.key === "Escape" && !list.hidden) { event.preventDefault(); closeList(); }
      else if (event.key === "Escape") field.blur();
    });
  }

  // From result to result
  function move(step) {
    const links = [...document.querySelectorAll(".result h2 a")];
    if (!links.length) return;
    const at = links.findIndex((link) => link.closest(".result").contains(document.activeElement));
    const next = at + step;
    if (next < 0) { field.focus(); return; }
    links[Math.min(next, links.length - 1)].focus();
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "/") { event.preventDefault(); field.focus(); field.select(); }
    else if (event.key === "ArrowDown" && document.querySelector(".result")) { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp" && document.activeElement.closest(".result")) { event.preventDefault(); move(-1); }
    else if (event.key === "n") jump(1);
    else if (event.key === "p") jump(-1);
    else if (event.key === "Escape") document.activeElement.blur();
  });

  // From change to change
  let place = -1;
  function jump(step) {
    const marks = [...document.querySelectorAll(".texts .changed, .texts .only, .texts .moved")];
    const rows = [...new Set(marks.map((mark) => mark.closest("tr")))];
    if (!rows.length) return;
    place = (place + step + rows.length) % rows.length;
    document.querySelectorAll(".here").forEach((row) => row.classList.remove("here"));
    rows[place].classList.add("here");
    rows[place].scrollIntoView({ block: "center" });
    say("Change " + (place + 1) + " of " + rows.length);
  }

  // A range of months drawn on the histogram
  function histogram(picture) {
    const months = [...picture.querySelectorAll("[data-month]")].map((bar) => bar.dataset.month);
    const box = picture.querySelector(".drag");
    const form = document.querySelector("form.range");
    if (!months.length) return;
    const at = (event) => {
      const frame = picture.getBoundingClientRect();
      const share = (event.clientX - frame.left) / frame.width;
      return Math.max(0, Math.min(months.length - 1, Math.floor(share * months.length)));
    };
    let start = null;
    const draw = (end) => {
      box.setAttribute("x", Math.min(start, end) * 10);
      box.setAttribute("width", (Math.abs(end - start) + 1) * 10);
    };
    picture.addEventListener("pointerdown", (event) => { start = at(event); picture.setPointerCapture(event.pointerId); draw(start); });
    picture.addEventListener("pointermove", (event) => { if (start !== null) draw(at(event)); });
    picture.addEventListener("pointerup", (event) => {
      if (start === null) return;
      const end = at(event);
      const [from, to] = [months[Math.min(start, end)], months[Math.max(start, end)]];
      start = null;
      if (!form) return;
      form.elements.from.value = from;
      form.elements.to.value = to;
      form.requestSubmit();
    });
    picture.addEventListener("pointercancel", () => { start = null; box.setAttribute("width", 0); });
  }

  // A text file dropped on the field
  function dropping(area) {
    const stop = (event) => { event.preventDefault(); area.classList.add("dropping"); };
    area.addEventListener("dragenter", stop);
    area.addEventListener("dragover", stop);
    area.addEventListener("dragleave", () => area.classList.remove("dropping"));
    area.addEventListener("drop", async (event) => {
      event.preventDefault();
      area.classList.remove("dropping");
      const file = event.dataTransfer.files[0];
      if (file) area.value = await file.text();
    });
  }

  // A picture as PNG, drawn in the browser
  function png(place) {
    place.hidden = false;
    place.querySelector("button").addEventListener("click", () => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement("canvas");
        const ratio = image.naturalHeight / image.naturalWidth || .5;
        [canvas.width, canvas.height] = [2000, Math.round(2000 * ratio)];
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => {
          const link = document.createElement("a");
          link.href = URL.createObjectURL(blob);
          link.download = "family.png";
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 1000);
        });
      };
      image.src = place.dataset.png;
    });
  }

  // Whether another commit has come
  function watch(place) {
    const known = Number(place.dataset.watch);
    setInterval(async () => {
      const response = await fetch("/api/status").catch(() => null);
      if (!response?.ok) return;
      const status = await response.json();
      if (status.commit !== known) { place.textContent = "Commit " + status.commit + " has come, with " + status.articles + " articles in all. Load the page again to see it."; say(place.textContent); }
    }, 4000);
  }

  function prepare() { document.querySelectorAll("main .histogram").forEach(histogram); }
  prepare();
  document.querySelectorAll("form.check textarea").forEach(dropping);
  document.querySelectorAll("[data-png]").forEach(png);
  document.querySelectorAll("[data-watch]").forEach(watch);
  document.querySelectorAll("[data-jump]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => jump(button.dataset.jump === "next" ? 1 : -1));
  });
})();
