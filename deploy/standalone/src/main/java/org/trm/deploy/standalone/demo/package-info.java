/**
 * An issuer of tokens in this process, with demo logins whose secrets everyone knows: to try the mechanism without an
 * identity provider. Off unless asked for, loud when on, and refused where others than this machine could reach it.
 */
package org.trm.deploy.standalone.demo;
