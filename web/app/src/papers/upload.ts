import { change, read, sendPiece, type Service } from '../api/client.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import type { CaseDocument, Upload } from './types.ts';

export const MOST_BYTES = 25 * 1024 * 1024;
const PIECE = 128 * 1024;
const PATIENCE = 4;

const BY_ENDING: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  '3gp': 'video/3gpp',
  mov: 'video/quicktime',
  amr: 'audio/amr',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
};

/** What the picker of files offers: the types that are taken, by type and by ending. */
export const TAKEN = [...new Set(Object.values(BY_ENDING)), ...Object.keys(BY_ENDING).map((one) => `.${one}`)].join(',');

/** Not every phone names a file's type; its ending does. Whether it is true the service finds out. */
export function mediaTypeOf(file: File): string | undefined {
  if (Object.values(BY_ENDING).includes(file.type)) return file.type;
  return BY_ENDING[file.name.split('.').pop()?.toLowerCase() ?? ''];
}

export async function sha256(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where the pieces of a file go. */
export interface Place {
  service: Service;
  path: string;
}

interface Arriving {
  received: number;
}

/**
 * Sends what is still missing, piece by piece, and has the whole looked at. A line that breaks for a moment is
 * waited for; when it stays away this fails, and can be called again to go on where it stopped.
 */
export async function sendFile<T = CaseDocument>(
  upload: Pick<Upload, 'id' | 'received'>,
  file: File,
  progress: (sent: number) => void,
  signal: AbortSignal,
  wait: (attempt: number) => Promise<void> = pause,
  place: Place = { service: 'cases', path: `/uploads/${upload.id}` },
): Promise<T> {
  let at = upload.received;
  let failures = 0;
  while (at < file.size) {
    try {
      const answer = await sendPiece<Arriving>(place.service, `${place.path}?offset=${at}`, file.slice(at, at + PIECE), signal);
      at = answer.data.received;
      failures = 0;
      progress(at);
    } catch (failure) {
      if (signal.aborted) throw failure;
      at = await again(place, asProblem(failure), ++failures, signal, wait) ?? at;
      progress(at);
    }
  }
  return (await change<T>(place.service, `${place.path}/completion`)).data;
}

/** After a break the service is asked how far it came: the last piece may have arrived, its answer not. */
async function again(
  place: Place,
  problem: ApiProblem,
  failures: number,
  signal: AbortSignal,
  wait: (attempt: number) => Promise<void>,
): Promise<number | undefined> {
  const passing = problem.serviceMissing || problem.code === 'offset-not-here' || problem.code === 'too-many-requests';
  if (!passing || failures > PATIENCE) throw problem;
  await wait(failures);
  try {
    return (await read<Arriving>(place.service, place.path, signal)).data.received;
  } catch (failure) {
    if (asProblem(failure).serviceMissing) return undefined;
    throw failure;
  }
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt));
}
