import { useEffect } from 'react';

/** Has the browser ask before the page is closed: an upload goes on only while it is open. */
export function LeaveWarning() {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return null;
}
