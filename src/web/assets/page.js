// Makes the pages better where there is JavaScript; they work without it.

// What somebody has typed and not sent yet stays, and where they are.
const isInUse = (part) =>
  document.activeElement?.closest("main") instanceof HTMLElement ||
  [...part.querySelectorAll("input, textarea")].some(({ value, defaultValue }) => value !== defaultValue);

// The page is fetched again, and its content put in place.
const refresh = async (isForced) => {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const main = document.querySelector("main");
  if (!fresh || !main || (!isForced && isInUse(main))) return;
  const open = [...main.querySelectorAll("details")].map((details) => details.open);
  for (const [index, details] of [...fresh.querySelectorAll("details")].entries())
    details.open = open[index] ?? details.open;
  if (fresh.innerHTML === main.innerHTML) return;
  main.replaceWith(fresh);
  document.querySelector("#live").textContent = `Brought up to date at ${new Date().toLocaleTimeString()}`;
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
      refresh(false);
    }, AT_MOST_EVERY);
  });
}

// What is under way: until it is there.
const ask = () => {
  if (document.querySelector("main[data-under-way]")) setTimeout(() => refresh(true).then(ask), 2000);
};
ask();

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
    item.textContent = `${time.slice(11, 19)} ${level} ${event}${msg && msg !== event ? `: ${msg}` : ""} ${about.join(" ")}`;
    tail.append(item);
    while (tail.childElementCount > MOST) tail.firstElementChild.remove();
    tail.scrollTop = tail.scrollHeight;
  });
}

// A filter acts as soon as it is chosen.
for (const select of document.querySelectorAll(".filters select"))
  select.addEventListener("change", () => select.form.requestSubmit());
