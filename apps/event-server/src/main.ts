import { config as loadDotenv } from 'dotenv';
import { createApp } from './app';
import { Demo } from './demo/demo.service';
import { FirstOrganiser } from './invitations/first-organiser';
import { readConfig } from './config/read-config';
import { fail } from './fail';

async function main(): Promise<void> {
  // The script that started this server is gone, killed perhaps: nobody else is left to stop it.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  loadDotenv({ quiet: true });
  const config = readConfig(process.env);
  const app = await createApp(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.port, config.host);
  const link = await app.get(FirstOrganiser, { strict: false }).unusedLink();
  if (link) console.log(`Run this installation as its first organiser: ${link}`);
  const demoLinks = app.get(Demo, { strict: false }).links();
  if (demoLinks) console.log(`The demo event, one link a role:\n${demoLinks}`);
  console.log(`Ready at ${config.publicUrl}`);
}

main().catch(fail);
