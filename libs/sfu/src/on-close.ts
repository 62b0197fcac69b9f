interface Closable {
  closed: boolean;
  observer: { once(event: 'close', listener: () => void): unknown };
}

/** Calls back when a mediasoup object closes for whatever reason, at once when it is closed already. */
export function onClose(object: Closable, listener: () => void): void {
  if (object.closed) listener();
  else object.observer.once('close', listener);
}
