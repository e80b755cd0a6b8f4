package org.hifazat.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.httpproxy.ProxyResponse;
import java.util.function.Consumer;

/**
 * How one request goes to a part and its answer comes back.
 *
 * @param uri path and query at the part
 * @param requestHeaders leaves of the client's headers what the part may get, and adds ours
 * @param response leaves of the part's answer what the client may get
 */
record Passage(
    Part part, String uri, Consumer<MultiMap> requestHeaders, Consumer<ProxyResponse> response) {}
