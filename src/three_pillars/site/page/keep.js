/* What a reader wrote stays in this browser. Storage may be refused: then nothing is kept. */
function key(told, at) {
  return "three-pillars:" + new URL(told.base, location.href).pathname + told.document + ":" + at;
}

// Returns whether it is kept; `from` is the book's own text at that time.
export function keep(told, at, text, from) {
  try {
    if (text === null) localStorage.removeItem(key(told, at));
    else localStorage.setItem(key(told, at), JSON.stringify({ text, from }));
    return true;
  } catch {
    return false;
  }
}

export function kept(told, at) {
  try {
    const found = JSON.parse(localStorage.getItem(key(told, at)));
    return found && typeof found.text === "string" ? found : null;
  } catch {
    return null;
  }
}

export function forget(told, at) {
  keep(told, at, null);
}
