import { useEffect, useState } from 'react';
import type { LibraryApi } from './library.api';
import classes from './Library.module.css';

/** A picture from the recording; an empty frame until there is one. */
export function Poster({ path, api }: { path: string | null; api: LibraryApi }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!path) return;
    const abort = new AbortController();
    let made: string | null = null;
    api.picture(path, abort.signal).then(
      (picture) => {
        if (abort.signal.aborted) return;
        made = URL.createObjectURL(picture);
        setAddress(made);
      },
      () => {},
    );
    return () => {
      abort.abort();
      if (made) URL.revokeObjectURL(made);
      setAddress(null);
    };
  }, [path, api]);
  return address ? (
    <img src={address} alt="" className={classes.poster} />
  ) : (
    <span className={classes.poster} />
  );
}
