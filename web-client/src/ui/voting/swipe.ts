// Swiping a card to the side with a finger: a shortcut for the two buttons below it, never the only way.
import type { Attachment } from 'svelte/attachments';

const farPx = 90;

export function swipe(onswiped: (to: 'left' | 'right') => void): Attachment<HTMLElement> {
  return (card) => {
    let from: { x: number; pointer: number } | null = null;
    const listeners = new AbortController();
    const { signal } = listeners;
    const settle = () => {
      from = null;
      card.style.translate = '';
      card.style.rotate = '';
    };
    card.addEventListener(
      'pointerdown',
      (event) => {
        if (event.pointerType !== 'mouse' && event.isPrimary) {
          from = { x: event.clientX, pointer: event.pointerId };
        }
      },
      { signal },
    );
    card.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerId !== from?.pointer) return;
        const moved = event.clientX - from.x;
        card.style.translate = `${String(moved)}px`;
        card.style.rotate = `${String(moved / 40)}deg`;
      },
      { signal },
    );
    card.addEventListener(
      'pointerup',
      (event) => {
        if (event.pointerId !== from?.pointer) return;
        const moved = event.clientX - from.x;
        settle();
        if (Math.abs(moved) >= farPx) onswiped(moved > 0 ? 'right' : 'left');
      },
      { signal },
    );
    card.addEventListener('pointercancel', settle, { signal });
    return () => {
      listeners.abort();
    };
  };
}
