import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Config } from './config';

const propertyOf = (variable: string) =>
  variable.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const variableOf = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Settings that cannot be used; the message is for the person who starts the server, one line a variable. */
export class BadConfig extends Error {}

/**
 * Reads the settings from environment variables. Empty ones count as not given, except `MEDIA_NODES`.
 * @throws {BadConfig} naming every variable that cannot be used, and why.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(environment)
      .filter(([variable, value]) => value !== undefined && (value !== '' || variable === 'MEDIA_NODES'))
      .map(([variable, value]) => [propertyOf(variable), value]),
  );
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const complaints = validateSync(config, { whitelist: true }).map(complaintOf);
  if (!config.tlsCertFile !== !config.tlsKeyFile)
    complaints.push('TLS_CERT_FILE, TLS_KEY_FILE: give both or neither');
  if (complaints.length > 0) throw new BadConfig(complaints.join('\n'));
  if (!given['publicUrl']) config.publicUrl += `:${config.port}`;
  return config;
}

/** Says what is wrong without repeating the value, which may be a secret. */
function complaintOf(error: ValidationError): string {
  const variable = variableOf(error.property);
  const reasons = (one: ValidationError): string[] => [
    ...Object.values(one.constraints ?? {}),
    ...(one.children ?? []).flatMap(reasons),
  ];
  const words = reasons(error).map((reason) => reason.replace(new RegExp(`^${error.property} `), ''));
  return `${variable}: ${words.join('; ')}`;
}
