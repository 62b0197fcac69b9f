import { Fault } from '@manyhalls/contracts/wire/fault';
import { getTicket } from '../sign-in/tickets';

/**
 * Reads a file that needs a ticket, which a plain link could not show, and hands it to the browser to save.
 * @throws {Fault} `unavailable` when it cannot be had; otherwise as `getTicket`
 */
export async function saveExport(signInId: string, path: string, name: string): Promise<void> {
  const ticket = await getTicket(signInId);
  const response = await fetch(`/api/${path}`, { headers: { Authorization: `Bearer ${ticket}` } }).catch(
    () => null,
  );
  if (!response?.ok) throw new Fault('unavailable', `no ${path}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
