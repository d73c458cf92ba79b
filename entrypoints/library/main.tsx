import { render } from 'preact'
import { startPage } from '../../components/start-page'
import { LibraryApp } from './LibraryApp'
import './library.css'

startPage('library', (root) => render(<LibraryApp />, root))
