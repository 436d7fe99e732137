/** Does something once when somebody has left, or when it is called before. @param left aborts when the connection ends, however it ends */
export function onceLeft(left: AbortSignal, act: () => void): () => void {
  let isDone = false;
  const end = () => {
    if (isDone) return;
    isDone = true;
    left.removeEventListener("abort", end);
    act();
  };
  left.addEventListener("abort", end);
  if (left.aborted) end();
  return end;
}
