/**
 * What happens to one prop on its way into the manifest. A prop that is not listed goes out as it is.
 *
 * - `'Endpoint'`: the value is a struct of that name, or a list (of lists) of it
 * - `''`: the same for a struct in which no field needs work; only its `additionalFields` are merged
 * - `'{}Endpoint'`: the value is a map whose values are such structs or lists
 * - `['keep_firing_for']`, `['dnsSDConfigs', 'DnsSdConfig']`: the API spells the field that way
 */
export type FieldEntry = string | readonly [apiKey: string, struct?: string];

/** For each struct of a kind, the props that need work. The generated bindings carry one table per kind. */
export interface FieldTable {
  readonly [struct: string]: { readonly [prop: string]: FieldEntry };
}

/** Name of the prop that every generated struct has for fields that the bindings do not know yet. */
export const ADDITIONAL_FIELDS = 'additionalFields';
