import {z} from "zod";

const NAME = /^[a-z][a-z0-9_]*$/;
const isSocket = (host: string) => host.startsWith("/");

const tlsSchema = z
  .strictObject({
    mode: z.enum(["disable", "require", "verify-full"]),
    ca_file: z.string().min(1).optional().meta({description: "Certificates of the authorities to trust, PEM"}),
    cert_file: z.string().min(1).optional().meta({description: "Certificate of the client, PEM"}),
    key_file: z.string().min(1).optional().meta({description: "Key of the client's certificate, PEM"})
  })
  .refine(({cert_file, key_file}) => (cert_file === undefined) === (key_file === undefined), {
    error: "a client's certificate needs both cert_file and key_file"
  });

const extractSchema = z
  .strictObject({
    table: z
      .string()
      .regex(/^[^."\0]+(\.[^."\0]+)?$/, {error: "write a table as name or schema.name, without quotes"})
      .optional(),
    query: z.string().min(1).optional().meta({description: "A single select"}),
    watermark: z.string().min(1).optional().meta({
      description:
        "Column that grows with every row that is added or changed; only rows beyond the last seen are pulled"
    }),
    lag_seconds: z.int().min(0).optional().meta({
      description: "How much later than its watermark a row may be committed; younger rows wait for the next pull"
    }),
    time_zone: z
      .string()
      .min(1)
      .optional()
      .meta({description: "Zone of a watermark that is a date or a time without one, such as Asia/Shanghai"})
  })
  .refine(({table, query}) => (table === undefined) !== (query === undefined), {
    error: "name either a table or a query"
  })
  .refine(
    ({watermark, lag_seconds, time_zone}) => watermark !== undefined || (lag_seconds ?? time_zone) === undefined,
    {
      error: "lag_seconds and time_zone are about a watermark; name its column"
    }
  );

/** A PostgreSQL database from which extracts are pulled. No secret stands here: it is in a file or in the environment. */
export const databaseSchema = z
  .strictObject({
    host: z.string().min(1).meta({description: "Name or address of the server, or the folder of its socket"}),
    port: z.int().min(1).max(65_535).default(5432),
    database: z.string().min(1),
    user: z.string().min(1).meta({description: "A role that may only read"}),
    password_file: z.string().min(1).optional(),
    password_env: z.string().min(1).optional().meta({description: "Environment variable that holds the password"}),
    tls: tlsSchema.optional().meta({description: "verify-full where it is not said; a socket has none"}),
    statement_timeout_seconds: z.int().min(1).default(3600),
    extracts: z
      .record(z.string().regex(NAME), extractSchema)
      .refine((extracts) => Object.keys(extracts).length > 0, {error: "name at least one extract"})
  })
  .refine(({password_file, password_env}) => password_file === undefined || password_env === undefined, {
    error: "name either password_file or password_env"
  })
  .refine(({host, tls}) => !isSocket(host) || tls === undefined || tls.mode === "disable", {
    error: "a socket has no TLS; leave tls out"
  });

export type Database = z.infer<typeof databaseSchema>;
export type DatabaseExtract = Database["extracts"][string];
export type TlsMode = z.infer<typeof tlsSchema>["mode"];

/** The mode that holds: a server is verified unless something else is said. */
export function tlsModeOf({host, tls}: Database): TlsMode {
  return tls?.mode ?? (isSocket(host) ? "disable" : "verify-full");
}
