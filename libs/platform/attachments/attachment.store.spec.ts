import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BrokenSeal } from '../sealing/envelope.cipher.ts';
import { CHUNK_BYTES } from './attachment.cipher.ts';
import { TooLarge } from './attachment.inspection.ts';
import { AttachmentStore, type ReceivedFile } from './attachment.store.ts';

const key = Buffer.alloc(32, 5);
const place = { assignmentId: 'study:P1~hw', attachmentId: 'photo.1' };
// Magic, IHDR of one pixel, and whatever follows.
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000' + '01f15c489', 'hex'),
  Buffer.from('0000000a49444154789c6300010000050001', 'hex'),
]);

let folder: string;
let store: AttachmentStore;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'attachments-'))));
beforeEach(async () => {
  await rm(folder, { recursive: true, force: true });
  store = new AttachmentStore(folder, 1_000_000);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const names = async () => readdir(folder).catch(() => []);
const receive = async (content: Buffer, pieces = 7_000) => {
  const cut = Array.from({ length: Math.ceil(content.length / pieces) }, (_, at) =>
    content.subarray(at * pieces, (at + 1) * pieces),
  );
  return store.receive(place, Readable.from(cut), key);
};
async function received(content: Buffer): Promise<ReceivedFile> {
  const file = await receive(content);
  if (typeof file === 'string') throw new Error(file);
  return file;
}

describe('a photo', () => {
  it.each([0, 1, CHUNK_BYTES - PNG.length, CHUNK_BYTES, 3 * CHUNK_BYTES + 17])(
    'comes back as it was sent, with %i bytes more than the smallest',
    async (more) => {
      const sent = Buffer.concat([PNG, randomBytes(more)]);
      const file = await received(sent);
      expect(file).toMatchObject({ kind: 'photo', mediaType: 'image/png', bytes: sent.length });
      expect(file.sha256).toBe(createHash('sha256').update(sent).digest('hex'));
      await file.keep();
      const opened = await store.open(place, key);
      expect(opened && (await buffer(opened)).equals(sent)).toBe(true);
    },
  );

  it('cannot be read from the disk, and its name tells nothing', async () => {
    await (await received(PNG)).keep();
    const [name = ''] = await names();
    expect(name).toMatch(/^[0-9a-f]{64}\.sealed$/);
    expect((await readFile(join(folder, name))).includes(PNG.subarray(0, 8))).toBe(false);
    const opened = await store.open(place, Buffer.alloc(32, 6));
    await expect(buffer(opened ?? Readable.from([]))).rejects.toThrow(BrokenSeal);
  });

  it.each([
    ['changed', (bytes: Buffer) => bytes.fill(bytes[100] === 0 ? 1 : 0, 100, 101)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['cut off after a chunk', (bytes: Buffer) => bytes.subarray(0, 11 + CHUNK_BYTES + 16)],
    ['emptied', () => Buffer.alloc(0)],
  ])('that was %s is not handed out', async (_, damage) => {
    await (await received(Buffer.concat([PNG, randomBytes(2 * CHUNK_BYTES)]))).keep();
    const [name = ''] = await names();
    await writeFile(join(folder, name), damage(await readFile(join(folder, name))));
    const opened = await store.open(place, key);
    await expect(buffer(opened ?? Readable.from([]))).rejects.toThrow(BrokenSeal);
  });

  it('takes the place of what an upload left behind that never got on record', async () => {
    await (await received(PNG)).keep();
    const again = Buffer.concat([PNG, Buffer.alloc(9)]);
    await (await received(again)).keep();
    const opened = await store.open(place, key);
    expect(opened && (await buffer(opened)).equals(again)).toBe(true);
    expect(await names()).toHaveLength(1);
  });
});

describe('what is not taken', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a text', Buffer.from('Dear diary'), 'not-allowed'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'not-allowed'],
    ['a page', Buffer.from('<!doctype html><html><script>alert(1)</script>'), 'not-allowed'],
    ['a drawing that can hold script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-allowed'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 'not-allowed'],
    [
      'a photo that is a page too',
      Buffer.concat([PNG, Buffer.from('<SCRIPT>alert(1)</SCRIPT>')]),
      'more-than-one-kind',
    ],
    ['a photo that is a PDF too', Buffer.concat([PNG, Buffer.from('%PDF-1.4 …')]), 'more-than-one-kind'],
    ['a photo that is an SVG too', Buffer.concat([PNG, Buffer.from('<svg onload=alert(1)>')]), 'more-than-one-kind'],
    ['a GIFAR', gifar(), 'more-than-one-kind'],
  ])('is %s', async (_, content, problem) => {
    expect(await receive(content, 11)).toBe(problem);
    expect(await names()).toEqual([]);
  });

  it('is one byte too large', async () => {
    const small = new AttachmentStore(folder, 100);
    await expect(small.receive(place, Readable.from([Buffer.alloc(101)]), key)).rejects.toThrow(TooLarge);
    expect(await names()).toEqual([]);
  });

  it('is an upload that breaks off', async () => {
    const broken = Readable.from(
      (function* () {
        yield PNG;
        throw new Error('the line is dead');
      })(),
    );
    await expect(store.receive(place, broken, key)).rejects.toThrow('dead');
    expect(await names()).toEqual([]);
  });
});

describe('the sweep', () => {
  it('takes away parts and files that no record names, once they are old', async () => {
    await (await received(PNG)).keep();
    await store.receive({ ...place, attachmentId: 'lost' }, Readable.from([PNG]), key).then(async (file) => {
      if (typeof file !== 'string') await file.keep();
    });
    await writeFile(join(folder, 'x.part'), 'left over');
    await writeFile(join(folder, 'notes.txt'), 'the operator’s');
    expect(await store.sweep([place], 0)).toBe(0);
    expect(await store.sweep([place], Date.now() + 60_000)).toBe(2);
    expect((await names()).length).toBe(2);
    expect(await store.open(place, key)).toBeDefined();
  });
});

/** A GIF with a ZIP archive behind it, as class loaders used to run it. */
function gifar(): Buffer {
  const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;', 'latin1');
  const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
  return Buffer.concat([gif, Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(40), end]);
}
