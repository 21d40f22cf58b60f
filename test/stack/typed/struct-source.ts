import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const FOLDER = join(__dirname, '..', '..', '..', 'lib', 'stack');

/** One prop of a struct, as its source says. */
export interface SourceProp {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Doc comment without its tags, on one line. */
  readonly doc: string;
  readonly defaultText?: string;
}

interface SourceStruct {
  readonly props: readonly SourceProp[];
  readonly parents: readonly string[];
}

const structs = new Map<string, SourceStruct>();
/** Values of the enums of the typed props, by the names of the enums. */
export const ENUMS = new Map<string, string[]>();

for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))) {
  const file = ts.createSourceFile(name, readFileSync(join(FOLDER, name), 'utf8'), ts.ScriptTarget.Latest, true);
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      structs.set(statement.name.text, structOf(statement));
    } else if (ts.isEnumDeclaration(statement)) {
      ENUMS.set(
        statement.name.text,
        statement.members.map(({ initializer }) => (initializer as ts.StringLiteral).text),
      );
    }
  }
}

function structOf(declaration: ts.InterfaceDeclaration): SourceStruct {
  const parents = (declaration.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText()));
  const props = declaration.members.filter(ts.isPropertySignature).map((member): SourceProp => {
    const [comment] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
    const tag = (comment?.tags ?? []).find(({ tagName }) => tagName.text === 'default');
    return {
      name: member.name.getText(),
      type: member.type?.getText() ?? '',
      required: member.questionToken === undefined,
      doc: oneLine(ts.getTextOfJSDocComment(comment?.comment)),
      defaultText: tag && oneLine(ts.getTextOfJSDocComment(tag.comment)),
    };
  });
  return { props, parents };
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether it is a struct of the typed props. */
export function isStruct(type: string): boolean {
  return structs.has(type);
}

/** The props of a struct, inherited ones first. */
export function propsOf(struct: string): SourceProp[] {
  const found = structs.get(struct);
  if (found === undefined) {
    throw new Error(`There is no interface ${struct} below ${FOLDER}.`);
  }
  return [...found.parents.flatMap(propsOf), ...found.props];
}

/** `T` of `{ [key: string]: T }`. */
export function mapItem(type: string): string | undefined {
  return /^\{ \[key: string\]: (.*) \}$/.exec(type)?.[1];
}

/** `T` of `T[]`. */
export function listItem(type: string): string | undefined {
  return /^(.*)\[\]$/.exec(type)?.[1];
}
