#include "app/sandbox/testkeys.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {

const char kAppPrivateKey[] =
    "MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCXNeBu7kBs4sUCB8dsdks+sucgjb3svD2F84TJXKfeNoeiW2HT+LSwWD5SQS"
    "ZVt5vefVVflvKpL15FdRJFxphU1dGQ/Vqluj68QCcl5SAUGCobup7fGJ0yVONtnZ0c+RHUrqPJ9rTbeUmYJ7J51zM+yPjIGdv8HYDWdWTN+4Rl"
    "u6oN2tCM3+hBEAmZh5B8+Sk5jjrEhUoujPIvFPsyh5oiouv0bQSmp6l3WjnKl7j1z6Bmii66iO9ROTEMLnu3hE91cRQlzGkflRfWSTOJLmZgBa"
    "MUND9hJWHVjXDmxKUVga1k+nADN3eRQqJ6CNq7OvP0lA75Alqt4A8AKZixCxDJAgMBAAECggEADWe3V95DU+Pet0ldQp5SGWLe3qHyPnSJt8BY"
    "+0j9kNOgvqH/UD1yN1f7XmtsLJk0dksCMJE/PgR3BQ1V612pz4uNIp9zU9HpEeNWFSP07hMeWIr43qpd9UJVTzhz30etbv90gckfS327KoQKbI"
    "bJgj1q4MJ6ICW1cE3D/AbaO/J+RAQ8td/IMGJ47gNxlMsyVrhWcfpOKZPFJWjZAaJysKrR363VE9pcwC7FCPfBYtk+R5lQhx7l9WeSFc2lXVZv"
    "u7kkzD8i02pRNbwSbHc5WSjhRzVm3a+OCQx2d9tMMlqQwgLvzJ+wCwvzRNnvTur8+BPSiimi4nJrVvYtI3mdIQKBgQDGm6tX/P0pDWXYcQf9wU"
    "jJBzaeWvqWIg2hRXwyRDJRPb2r6wF54EWfmRHPjLVGHss4qxH0JWVhrajU1hmmhQbCNIVqJcBQE4Plf9MTYnS80BQA84/6OpFhWpNsGnYG/5Ow"
    "fljJeGzjzLkzqWtV7eeN9AG2lFFX7ZS6Viyf/yLpvQKBgQDC5+WXT/lkVrWAiVR/mYz8+Qgo9L6aJUNcI+9kcs60iEyB7neU7E0J2CKk8Z9e5b"
    "THkvNVFrTSc0rw52YIFuqaHNbYBxmfJb++GZl00I45t1NBXRCSNhHEWm/cmXhMO+Ch1+2fKLtj+OH7xyIM0+wIuF0AzH5hqC3RkBnfJ4Tl/QKB"
    "gCeQ25Gr1MNY5/E2k2D6IIXr6fWiKkm+fvih3xwkeeG1axPUvXaKN1SUKfgvD+3oNJQVgH4i9Q+AiSHdhT6nQbFuxSVgX++T87LExEgYVSlISr"
    "Pl0ckH4e6DHNtsahb603FVulpoo0i+gCbKmZeEzZx5/91frtTVf8ufX0SAj3QBAoGAXmBXxfsNsc5iuMjGx7qckGotz1cjbBSbF2S3KJaHDNfq"
    "5AeKk+wQKbIkpGXzW8oyzWiUtyD1keoN4bTKrSQbmWBZj+VwPKXUwMI4kl3iYIQqpj3gJkxUMhXwkIsnuxJLZVLfVvAsPO5ozrfP/xIm+tn6/s"
    "YGdFcxSIZUYMAMFCkCgYA15GK+V/+ke04E1YActcmnAPy4ZiXIus4yU52YKzd1EKihIaUqtHC6VTX/8Edye9M+qyd4QG6zs0D39aAQg9LdOX5L"
    "JeYO4bSc1FFFk7xxkKPBd9Ha+f3ei2gBYXnmGEOTTNqQCNkRd3nEYTMkhYEfaGa7LsZUJfKJAFQF6fiAAg==";

const char kGatewayPrivateKey[] =
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCMdJUjy0yP2UpQ9DJS8qysVs5x4Opa3bBdEFInTJLIjBUivCBXtzLLPODv1L"
    "z4FyvORTuDpkh71v5jx6CVmnm6M1L+vMS6mc3j7FRDmjNb1hDiJgE6BEz91Nj0ZxWlWDn8AcBLOZMVstwFrVRySTOQePort97MogsA2EINBxnq"
    "HwwOHZCO1YnZH3Zgxjv0a7Dpup9PXyJXRhmmjTY+icptBcqfGBVewWDFhe06MfOfZmkLrh1Dp3wPDUQdwU6k6+gTOA68J2y1ZfHpMx3ukNPPkl"
    "gwGB7GV21k7r+0VEmhvgHlKkp/X+3vFvPQ1buQM4e+T6hBiUN7JHo7ysQo/8IxAgMBAAECggEANFl9ftZWpmTUFKE3on/tiNxf3MT6RDzNb5pW"
    "LGyXZuUDOauJmHfhGCwMIIeXmRY1zw8x0+slp/alYTY17ZyiUxqvC9/6qRwLR7C9ZWbzTn7WUxvcKC4TLiZnaIyFXleoYPucGs2OOy+rXvhP+b"
    "q729SjVakWAwpAdKOl1qo3Z/F1+OTFftK5dBR+dg5U1O5UmTnDaUvLlvhBosVokk8ywLkTo82tSiwf1/V9cVd1eeRAkGE7If1v5j6JDAkOT20X"
    "i2m+ehyntK2kovvCgpkrPFa5k/y76Vz3jWfNIz2Rs3BfYV0B3zKugWzM7ZErNSTCPN/6Ub+2hfuQBPekwpGeQwKBgQDFsFxGoY0p1WiFs/tsI2"
    "rSJQUMdUo/rMdQ0tPAReN2q8Fnm48JyS8tPmGg9BAdjBMnHT2wP2t3Vd8YjVzAp1n0HA9G7JbMc4uOZZXmecRjPVKqwSe8tfdyvvu509H5s2Ti"
    "KKqNKK0bupHQnZ7QwT+u3fSog1NmptgdJimLSPggWwKBgQC14nn92+dkPtMhzSnGq2SIj6SixrjaUMjSgrs2c9FqsTJ7f1D2qrtiSRFoc8vgsu"
    "806HkDsPTPdcAAjpAY4JJjY1R2zHTEBf7o4aKT0lmmQH3LuYu8Qz+HANz+Hvxjh4Nzd5i8+ZWsRSjmno8o1AkvwfcY+5QCuB2UOL96DPXtYwKB"
    "gHYSotqQzQZqbzZETGvHL5r5/2z0dPdZE+bDNTQGyhfr9+UQ9TrsDaBhPOBsRV/QdPQMs/abum0ZPdmlPPvYOJLjW4CJ+Ht+m6DeLcztd42qZ8"
    "CTA0/kAzpmtWTFDgmsyxmFHnCXFeWU5liKe/vFIGsqKGGppluOVU/7ph6J46E3AoGAfiJuaV98S6fJ8ZH/G7i2goHjMcNQZI5LhrmErVGKdEwo"
    "bz6u3jEuvA1iFibfx5cvjmh9q9KnI8xL99bmFWp/+o7i/3PwshRaYBRCE/N3mnT1CDhHsKqOPsiZeV3xt/A9d/EDqmIHqy1XHP/u1eid6lHAU8"
    "H8NhqK4MSt/S1Jy3MCgYEAicBXbkD9GfyO1ym+fiwgYhYnVTjUvcs0779gVw6fOPfU/Pm6BVoCuY8m/Ueeu9cBkZ3Gvi5ffvqnUFwlRC7T+mHi"
    "gFE9yRiKNOMymrNZIdZ02XlqZWb6n0yZ/Gqh98Kv6n+kIfnYqq9gslyny7F/uelIC08FEVJmvox7vsd1OOQ=";

const char kGatewayPublicKey[] =
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAjHSVI8tMj9lKUPQyUvKsrFbOceDqWt2wXRBSJ0ySyIwVIrwgV7cyyzzg79S8+Bcrzk"
    "U7g6ZIe9b+Y8eglZp5ujNS/rzEupnN4+xUQ5ozW9YQ4iYBOgRM/dTY9GcVpVg5/AHASzmTFbLcBa1UckkzkHj6K7fezKILANhCDQcZ6h8MDh2Q"
    "jtWJ2R92YMY79Guw6bqfT18iV0YZpo02PonKbQXKnxgVXsFgxYXtOjHzn2ZpC64dQ6d8Dw1EHcFOpOvoEzgOvCdstWXx6TMd7pDTz5JYMBgexl"
    "dtZO6/tFRJob4B5SpKf1/t7xbz0NW7kDOHvk+oQYlDeyR6O8rEKP/CMQIDAQAB";

QString pemCertificate(const char* base64, const QString& lineEnd)
{
  const QString body = QLatin1StringView(base64);
  QString text = u"-----BEGIN CERTIFICATE-----"_s + lineEnd;
  for (qsizetype at = 0; at < body.size(); at += 64)
    text += body.mid(at, 64) + lineEnd;
  return text + u"-----END CERTIFICATE-----"_s;
}

} // namespace supercargo::sandbox
