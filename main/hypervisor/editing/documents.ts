import { apiError } from '../../../contract/index.ts';
import { Domain, XmlError } from '../../../model/index.ts';

/**
 * Reads a domain's definition.
 * @param what what it is, for the error: "The edited definition"
 * @throws ApiError `invalid`, with the place of what is wrong
 */
export function readDomain(xml: string, what: string): Domain {
  try {
    return Domain.parse(xml);
  } catch (error) {
    if (error instanceof XmlError) throw apiError('invalid', `${what} cannot be read: ${error.message}`);
    throw error;
  }
}
