package org.tokenerror.oauth.words;

import org.tokenerror.oauth.words.Words.Phrases;

/**
 * Lists what servers say without naming a part of the request: statements that are whole, and the
 * ends of a grant's life.
 *
 * <p>A {@code *} stands for any ending. Subjects and predicates are in {@link Vocabulary}.
 */
final class Statements {

  /** Says that there are too many requests. */
  static final Phrases TOO_OFTEN =
      Phrases.of(
          "too many requests, too many attempts, too often, too fast, too frequently, rate limit,"
              + " rate limited, ratelimit*, rate exceeded, request limit, requests limit, throttl*,"
              + " quota, over qps, slow down, limit reached, limit exceeded, interval too"
              + " short, polling too, zu viele anfragen, zu viele versuche, trop de requetes, trop"
              + " de tentatives, demasiadas solicitudes, demasiados intentos, muitas solicitacoes,"
              + " muitas tentativas, troppe richieste, troppi tentativi, te veel verzoeken, te veel"
              + " pogingen, for manga");

  /** Says that the server is down. */
  static final Phrases UNAVAILABLE =
      Phrases.of(
          "temporarily unavailable, service unavailable, service is unavailable, currently"
              + " unavailable, maintenance, wartung*, overloaded, bad gateway, gateway timeout,"
              + " gateway time out, timed out, already in progress, try again later");

  /** Says that the user has not decided yet. */
  static final Phrases PENDING =
      Phrases.of(
          "pending, not yet, not scan*, waiting for, has not approved, hasnt approved, not"
              + " approved");

  /** Says that the HTTP request is not one of RFC 6749. */
  static final Phrases HTTP_SHAPE =
      Phrases.of(
          "must be post, only accepts post, only post, method not allowed, method not supported,"
              + " request method, http method, malformed request, invalid request, content type,"
              + " media type, use https, https required, csrf, cors, request was too large, request too"
              + " large, get is not allowed, form body, character decoding");

  /** Holds words of subjects and predicates that mean neither. */
  static final Phrases MEANINGLESS =
      Phrases.of(
          "error code, error codes, status code, http code, response code, return code, exit code,"
              + " error 400, error 401, error 403, client error, client side, user agent, access"
              + " code lifetime, an error occurred, error page, error report, token endpoint, token"
              + " request, oauth error, status report, client connection, code of conduct, grant"
              + " flow, required by, lacks valid authentication credentials, valid authentication"
              + " credentials for the, malformed request syntax, invalid request message framing,"
              + " grant access, to access this resource, error error, oauth exception");

  /** Asks whoever reads the page to say who it is. */
  static final Phrases SIGN_IN =
      Phrases.of(
          "sign in, signin, log in, login, logon, log on, anmelden, anmeldung, connexion,"
              + " connectez vous, iniciar sesion, entrar, accedi, aanmelden, inloggen, logga in");

  /** Says how long to wait. */
  static final Phrases WAIT = Phrases.of("try again in, retry after, try again after, retry in");

  /** Says that something belongs to another client. */
  static final Phrases FOREIGN =
      Phrases.of(
          "another client, different client, other client, another application, different"
              + " application, another app, different app, not issued to, wasnt issued to, not"
              + " issued for, does not belong, doesnt belong, not belong, another clients, andere*"
              + " client, autre client, otro cliente, outro cliente, altro client, annan klient,"
              + " andere client, anderen client");

  /** Says that the user said no. */
  static final Phrases DENIED =
      Phrases.of(
          "denied, denies, declined, declines, refused, rejected, cancelled, canceled, aborted,"
              + " disapproved, abgelehnt, verweigert, refuse, denegad*, rechazad*, negad*,"
              + " recusad*, negato, rifiutat*, nekad*, avvisad*, geweigerd, afgewezen");

  /** Says that something was good for a time that is over. */
  static final Phrases EXPIRED =
      Phrases.of(
          "expired, expire, expires, expir*, abgelaufen*, caducad*, scadut*, verlopen, utgang*,"
              + " no longer valid, lapsed");

  private Statements() {}
}
