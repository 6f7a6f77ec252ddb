import type { RequestHandler } from 'express';
import { refuseRequest } from '../http/refusal.ts';
import { documentOf } from './allowed.documents.ts';

/**
 * Express middleware behind the reading of JSON: a request of the web app names an operation by `documentId` and sends no
 * text; here the text is put in its place. An unknown id comes from a page of another version, which is to be loaded anew.
 */
export const documentsById: RequestHandler = (request, response, next) => {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || !('documentId' in body)) return next();
  const { documentId, ...others } = body;
  if ('query' in others) {
    return refuseRequest(response, 400, 'BAD_REQUEST', 'Send either query or documentId, not both.');
  }
  const query = typeof documentId === 'string' ? documentOf(documentId) : undefined;
  if (query === undefined) {
    return refuseRequest(response, 400, 'DOCUMENT_UNKNOWN', 'documentId: this server has no such document.');
  }
  request.body = { ...others, query };
  next();
};
