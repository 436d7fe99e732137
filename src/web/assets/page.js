// Makes the pages better where there is JavaScript; they work without it.

// Dates as the page writes them, whatever the reader's country is used to: only the zone is theirs.
const { lang } = document.documentElement;
const language = lang === "en" ? "en-GB" : lang;

// Times in the reader's own zone; what the page said stays as a hint.
// Of the calendar and with the figures that the rest of the page has.
const CUSTOMS = { calendar: "gregory", numberingSystem: "latn" };
const FORMS = {
  moment: { ...CUSTOMS, dateStyle: "long", timeStyle: "short" },
  hour: { ...CUSTOMS, timeStyle: "short" },
};
const inOwnZone = (root) => {
  for (const time of root.querySelectorAll("time[datetime*='T']")) {
    const form = FORMS[time.dataset.form ?? "moment"];
    time.title = time.textContent;
    time.textContent = new Intl.DateTimeFormat(language, form).format(new Date(time.dateTime));
  }
};
const zone = document.querySelector("#zone");
if (zone) zone.textContent = zone.dataset.own.replace("{zone}", Intl.DateTimeFormat().resolvedOptions().timeZone);

// What only works with JavaScript is shown only with it.
const unhide = (root) => {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
};
const dress = (root) => {
  inOwnZone(root);
  unhide(root);
};
dress(document);

// Where a form is being filled in, nothing moves.
const isTyping = (main) =>
  document.activeElement?.closest("main form, main select") ||
  [...main.querySelectorAll("input, textarea")].some(({ value, defaultValue }) => value !== defaultValue);
let isPressed = false;
addEventListener("pointerdown", () => (isPressed = true));
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (isPressed = false));
const isSelected = (node) => {
  const selection = getSelection();
  return selection && !selection.isCollapsed && selection.containsNode(node, true);
};

// Puts what is new in the place of what is not any more, and leaves the rest as it is: what is open stays open, what has the focus keeps it.
const isSame = (one, other) =>
  one.nodeType === other.nodeType && one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");
const bringUpToDate = (old, fresh) => {
  if (old.isEqualNode(fresh)) return false;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (isSelected(old)) return "later";
    old.nodeValue = fresh.nodeValue;
    return true;
  }
  let changed = bringAttributes(old, fresh);
  const left = new Set(old.childNodes);
  let place = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    while (place && !left.has(place)) place = place.nextSibling;
    const found = [...left].find((node) => isSame(node, child) && (child.id || node === place || !node.id));
    if (found) {
      left.delete(found);
      if (found !== place) old.insertBefore(found, place);
      else place = place.nextSibling;
      const came = bringUpToDate(found, child);
      if (came) changed = came === "later" || changed === "later" ? "later" : true;
    } else {
      old.insertBefore(child, place);
      changed ||= true;
    }
  }
  for (const node of left) {
    if (isSelected(node) || node.contains(document.activeElement)) changed = "later";
    else {
      node.remove();
      changed ||= true;
    }
  }
  return changed;
};
const bringAttributes = (old, fresh) => {
  let changed = false;
  for (const { name, value } of [...fresh.attributes])
    if (name !== "open" && old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
      changed = true;
    }
  for (const { name } of [...old.attributes])
    if (name !== "open" && !fresh.hasAttribute(name)) {
      old.removeAttribute(name);
      changed = true;
    }
  return changed;
};

// The page is fetched again, and what changed of its content is put in place; what cannot be just now, a little later.
const AGAIN_MS = 2000;
let again;
const refresh = async (isForced = false) => {
  clearTimeout(again);
  const later = () => {
    again = setTimeout(refresh, AGAIN_MS);
  };
  const mustWait = () => !isForced && (isPressed || isTyping(main));
  const main = document.querySelector("main");
  if (mustWait()) return later();
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  if (!fresh) return;
  if (mustWait()) return later();
  dress(fresh);
  if (isForced) return main.replaceWith(fresh);
  const changed = bringUpToDate(main, fresh);
  if (changed === "later") later();
  if (!changed) return;
  const live = document.querySelector("#live");
  live.textContent = live.dataset.says.replace("{time}", new Date().toLocaleTimeString(language, CUSTOMS));
};

// Live updates. Whoever is told that too many listen already comes again in a minute; a connection that broke, the browser makes anew.
const listen = (address, event, hear) => {
  const source = new EventSource(address);
  source.addEventListener(event, hear);
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(address, event, hear), 60_000);
  });
};

// A page of a watch: after a look, at most every few seconds.
const live = document.body.dataset.live;
if (live) {
  const AT_MOST_EVERY = 3000;
  let waiting = false;
  listen(live, "looked", () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      refresh();
    }, AT_MOST_EVERY);
  });
}

// What is under way: until it is there.
const ask = () => {
  if (document.querySelector("main[data-under-way]")) setTimeout(() => refresh(true).then(ask), 2000);
};
ask();

// A text is copied at the press of its button, and the page says so. Beyond https there is no clipboard to write to, but there is a selection.
const copy = async (element) => {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
};
document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  const isCopied = await copy(document.getElementById(button.dataset.copy));
  button.parentElement.querySelector("[role=status]").textContent = isCopied
    ? button.dataset.copied
    : button.dataset.failed;
});

// What an address leads to may lie in something that is closed. What stands in an address may be no text: anybody makes links.
const named = (fragment) => {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};
const openTarget = () => {
  const target = location.hash && document.getElementById(named(location.hash.slice(1)));
  target?.closest?.("details")?.setAttribute("open", "");
};
addEventListener("hashchange", openTarget);
openTarget();

// The live log. What comes in is text, and stays text.
const tail = document.querySelector("#tail");
if (tail) {
  const MOST = 300;
  listen(tail.dataset.tail, "line", ({ data }) => {
    const { time, level, event, msg, level: _l, time: _t, event: _e, msg: _m, ...fields } = JSON.parse(data);
    const item = document.createElement("div");
    item.className = level;
    const about = Object.entries(fields).map(
      ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    );
    const isRead = tail.scrollTop + tail.clientHeight < tail.scrollHeight - 8;
    item.textContent = `${time.slice(11, 19)} ${level} ${event}${msg && msg !== event ? `: ${msg}` : ""} ${about.join(" ")}`;
    tail.append(item);
    while (tail.childElementCount > MOST) tail.firstElementChild.remove();
    // Whoever has gone back to read stays there.
    if (!isRead) tail.scrollTop = tail.scrollHeight;
  });
}

// A filter acts as soon as it is chosen.
for (const select of document.querySelectorAll(".filters select"))
  select.addEventListener("change", () => select.form.requestSubmit());
