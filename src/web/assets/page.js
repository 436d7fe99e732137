// Makes the pages better where there is JavaScript; they work without it.

// A page of a watch is fetched again after a look, at most every few seconds, and its content put in place.
const live = document.body.dataset.live;
// What somebody has typed and not sent yet stays.
const isFilled = (part) =>
  [...part.querySelectorAll("input, textarea")].some(({ value, defaultValue }) => value !== defaultValue);
if (live) {
  const AT_MOST_EVERY = 3000;
  let waiting = false;
  const refresh = async () => {
    waiting = false;
    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    const main = document.querySelector("main");
    if (!fresh || !main || document.activeElement?.closest("main") instanceof HTMLElement || isFilled(main)) return;
    const open = [...main.querySelectorAll("details")].map((details) => details.open);
    for (const [index, details] of [...fresh.querySelectorAll("details")].entries())
      details.open = open[index] ?? false;
    if (fresh.innerHTML === main.innerHTML) return;
    main.replaceWith(fresh);
    document.querySelector("#live").textContent = `Brought up to date at ${new Date().toLocaleTimeString()}`;
  };
  new EventSource(live).addEventListener("looked", () => {
    if (waiting) return;
    waiting = true;
    setTimeout(refresh, AT_MOST_EVERY);
  });
}

// The live log. What comes in is text, and stays text.
const tail = document.querySelector("#tail");
if (tail) {
  const MOST = 300;
  new EventSource(tail.dataset.tail).addEventListener("line", ({ data }) => {
    const { time, level, event, msg, level: _l, time: _t, event: _e, msg: _m, ...fields } = JSON.parse(data);
    const item = document.createElement("div");
    item.className = level;
    const about = Object.entries(fields).map(
      ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    );
    item.textContent = `${time.slice(11, 19)} ${level} ${event}${msg && msg !== event ? `: ${msg}` : ""} ${about.join(" ")}`;
    tail.append(item);
    while (tail.childElementCount > MOST) tail.firstElementChild.remove();
    tail.scrollTop = tail.scrollHeight;
  });
}

// A filter acts as soon as it is chosen.
for (const select of document.querySelectorAll(".filters select"))
  select.addEventListener("change", () => select.form.requestSubmit());
