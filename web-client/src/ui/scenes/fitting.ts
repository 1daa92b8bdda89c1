// Makes words smaller until they fit their box: nothing may be cut off, however long a title is. The box multiplies
// its sizes with `--fit`.
import type { Attachment } from 'svelte/attachments';

const step = 0.04;
const smallest = 0.5;

/** Measured anew when the box changes its size, and when `content` changes. */
export function fitting(content: unknown): Attachment<HTMLElement> {
  void content;
  return (box) => {
    const fit = () => {
      for (let scale = 1; scale >= smallest; scale -= step) {
        box.style.setProperty('--fit', scale.toFixed(2));
        if (box.scrollHeight <= box.clientHeight) return;
      }
    };
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    fit();
    return () => {
      observer.disconnect();
    };
  };
}
