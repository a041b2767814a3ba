import { readFile } from 'node:fs/promises';
import { apiError } from '../../contract/index.ts';
import { type Hypervisor, XML } from '../hypervisor/hypervisor.ts';
import { placeOf } from '../hypervisor/uri.ts';
import { tlsFilesOf } from '../remote/tlsFiles.ts';
import { connectTo, targetOf } from './direct.ts';
import { graphicsPassword, graphicsPlace } from './list.ts';
import { hasTunnel, openThroughTunnel } from './tunnel.ts';
import { startViewer } from './viewer.ts';

/**
 * Opens a machine's display in remote-viewer: directly where it can be reached with an address, else through Virtdeck.
 * @throws ApiError
 */
export async function openInViewer(
  host: Hypervisor,
  uuid: string,
  index: number,
  { runtime, title, doing }: { runtime: string; title: string; doing: string },
): Promise<void> {
  const { connection } = host;
  const place = graphicsPlace(await host.xml(uuid, false), index);
  if (!place) throw apiError('not-found', `${doing} failed: the machine has no such display any more.`);
  const secrets = await connection.call('domainXML', { uuid, flags: XML.secure }, doing).catch(() => null);
  const target = targetOf(host, place);
  const direct = !hasTunnel(host) && target !== null && 'host' in target ? target : null;
  // Over an encrypted port the viewer has to speak TLS itself; the way through ssh needs none.
  const through = direct
    ? null
    : hasTunnel(host)
      ? () => openThroughTunnel(host, place, doing, false)
      : async () => (await connectTo(host, place, doing)).stream;
  if (through) (await through()).destroy();
  await startViewer(
    runtime,
    {
      type: place.type,
      title,
      host: direct?.host ?? '',
      port: place.port,
      tlsPort: place.tlsPort,
      password: secrets === null ? null : graphicsPassword(secrets, index),
      authority: place.tlsPort === null ? null : await authorityOf(host),
    },
    through,
  );
}

/** The authority that the connection itself trusts; null: the viewer takes the machine's own. */
async function authorityOf(host: Hypervisor): Promise<string | null> {
  const place = placeOf(host.connection);
  if (!place) return null;
  return readFile((await tlsFilesOf(place)).ca, 'latin1').catch(() => null);
}
