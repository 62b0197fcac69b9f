import { config as loadDotenv } from 'dotenv';
import { createApp } from './app';
import { FirstOrganiser } from './invitations/first-organiser';
import { BadConfig, readConfig } from './config/read-config';

async function main(): Promise<void> {
  loadDotenv({ quiet: true });
  const config = readConfig(process.env);
  const app = await createApp(config);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  // Started by a script that is gone, killed perhaps: nobody is left to stop this server.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  await app.listen(config.port, config.host);
  const link = await app.get(FirstOrganiser, { strict: false }).unusedLink();
  if (link) console.log(`Run this installation as its first organiser: ${link}`);
  console.log(`Ready at ${config.publicUrl}`);
}

main().catch((error: unknown) => {
  if (error instanceof BadConfig) console.error(`The settings cannot be used:\n${error.message}`);
  else console.error(error);
  process.exit(1);
});
