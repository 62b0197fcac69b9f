import classes from './Brand.module.css';

/** Halls of different height on one common line. */
export function Brand() {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden className={classes.mark}>
        <rect width="32" height="32" rx="6" />
        <path d="M8 20.5V15M16 20.5V8.5M24 20.5V12" className={classes.halls} />
        <path d="M6 25.5h20" className={classes.line} />
      </svg>
      <span className={classes.name} lang="en">
        Manyhalls
      </span>
    </span>
  );
}
