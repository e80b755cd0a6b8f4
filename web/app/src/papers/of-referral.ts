import type { MessageId } from '../i18n/text.ts';
import { mediaTypeOf, sha256 } from './upload.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/** Why a file cannot go with a referral; undefined when it can. */
export function unfit(file: File): MessageId | undefined {
  if (file.size > MOST_BYTES) return 'attach.too-large';
  return mediaTypeOf(file) === undefined ? 'problem.media-type-not-taken' : undefined;
}

/** What a referral's file is announced as, before its pieces follow. */
export async function announced(file: File): Promise<object> {
  return { mediaType: mediaTypeOf(file), size: file.size, sha256: await sha256(file) };
}
