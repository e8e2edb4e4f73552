/* Shows the notice on an entry that nobody checked for too long. The page holds the last day on which its
   check counts; only a reader's clock knows whether that day has passed (docs/decisions/0011). */

export function start(notice) {
  const today = new Date().toISOString().slice(0, 10);
  if (today > notice.dataset.kbCheckBy) notice.hidden = false;
}
