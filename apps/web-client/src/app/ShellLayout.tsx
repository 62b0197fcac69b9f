import { Outlet } from 'react-router';
import classes from './ShellLayout.module.css';
import { TopBar } from './TopBar';
import { mainId } from './focus';

/** The frame of every page that is read rather than watched. */
export function ShellLayout() {
  return (
    <div className={classes.shell}>
      <TopBar />
      <main id={mainId} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  );
}
